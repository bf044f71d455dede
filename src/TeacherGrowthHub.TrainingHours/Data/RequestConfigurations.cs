using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Requests;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class HourRequestConfiguration : IEntityTypeConfiguration<HourRequest>
{
    public void Configure(EntityTypeBuilder<HourRequest> builder)
    {
        builder.ToTable("HourRequests");
        builder.Property(request => request.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(request => request.WaitingPath).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(request => request.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(request => request.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(request => request.Duty).HasConversion<string>().HasMaxLength(20);
        builder.Property(request => request.ExemptionKind).HasMaxLength(40);
        builder.Property(request => request.ActivityKind).HasMaxLength(40);
        builder.Property(request => request.Title).HasMaxLength(Claim.MaxTitleLength);
        builder.Property(request => request.Reason).HasMaxLength(LedgerEntry.MaxReasonLength);
        builder.Property(request => request.Decision).HasMaxLength(LedgerEntry.MaxReasonLength);
        builder.Property(request => request.DecidedBy).HasMaxLength(80);
        builder.Property(request => request.EvidenceName).HasMaxLength(200);
        builder.Property(request => request.EvidenceHash).HasMaxLength(64);
        builder.Property(request => request.EvidenceType).HasMaxLength(100);
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.HasIndex(request => request.WaitingPath);
        builder.HasIndex(request => request.TeacherId);
        builder.Ignore(request => request.Hours);
    }
}
