using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates");
        builder.Property(certificate => certificate.Number).HasMaxLength(20);
        builder.Property(certificate => certificate.Code).HasMaxLength(CertificateCode.Length);
        builder.Property(certificate => certificate.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(certificate => certificate.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(certificate => certificate.TeacherId).HasMaxLength(HubId.Length);
        builder.Property(certificate => certificate.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(certificate => certificate.Subject).HasMaxLength(60);
        builder.Property(certificate => certificate.BlobHash).HasMaxLength(64);
        builder.Property(certificate => certificate.IssuedBy).HasMaxLength(80);
        builder.Property(certificate => certificate.EndedBy).HasMaxLength(80);
        builder.Property(certificate => certificate.Reason).HasMaxLength(Certificate.MaxReasonLength);
        builder
            .Property(certificate => certificate.Face)
            .HasConversion(
                face => JsonSerializer.Serialize(face, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<CertificateFace>(json, JsonSerializerOptions.Default)!
            );
        builder.HasIndex(certificate => certificate.Number).IsUnique();
        builder.HasIndex(certificate => certificate.Code).IsUnique();
        // One thing has one valid certificate, whoever issues at the same time.
        builder
            .HasIndex(certificate => new { certificate.TeacherId, certificate.Subject })
            .IsUnique()
            .HasFilter($"\"State\" = '{nameof(CertificateState.Valid)}'");
        builder.HasIndex(certificate => new { certificate.Path, certificate.SchoolYear });
        builder.HasIndex(certificate => certificate.BatchId);
    }
}

internal sealed class CertificateCounterConfiguration : IEntityTypeConfiguration<CertificateCounter>
{
    public void Configure(EntityTypeBuilder<CertificateCounter> builder)
    {
        builder.ToTable("CertificateCounters");
        builder.HasKey(counter => counter.Year);
        builder.Property(counter => counter.Year).ValueGeneratedNever();
    }
}

internal sealed class CertificateBatchConfiguration : IEntityTypeConfiguration<CertificateBatch>
{
    public void Configure(EntityTypeBuilder<CertificateBatch> builder)
    {
        builder.ToTable("CertificateBatches");
        builder.Property(batch => batch.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(batch => batch.Site).HasMaxLength(200);
        builder.Property(batch => batch.AccountId).HasMaxLength(HubId.Length);
        builder.Ignore(batch => batch.IsFinished);
    }
}
