using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Data;

internal sealed class WorkConfiguration : IEntityTypeConfiguration<Work>
{
    public void Configure(EntityTypeBuilder<Work> builder)
    {
        builder.ToTable("Works");
        builder.Property(work => work.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(work => work.Visibility).HasConversion<string>().HasMaxLength(20);
        builder.Property(work => work.OrganizationPath).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(work => work.OwnerId).HasMaxLength(26);
        builder.HasMany(work => work.Versions).WithOne().HasForeignKey(version => version.WorkId);
        builder.HasIndex(work => work.OwnerId);
        builder.HasIndex(work => work.OrganizationPath);
        builder.Ignore(work => work.Published).Ignore(work => work.Working);
    }
}

internal sealed class WorkVersionConfiguration : IEntityTypeConfiguration<WorkVersion>
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void Configure(EntityTypeBuilder<WorkVersion> builder)
    {
        builder.ToTable("WorkVersions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(version => version.Title).HasMaxLength(SubmissionRules.MaxTitle);
        builder.Property(version => version.CoverLarge).HasMaxLength(64);
        builder.Property(version => version.CoverSmall).HasMaxLength(64);
        builder.Property(version => version.Revision).IsConcurrencyToken();
        builder.PrimitiveCollection(version => version.KeptFindings);
        builder
            .Property(version => version.Content)
            .HasConversion(
                content => Write(content),
                json => Read(json),
                new ValueComparer<WorkContent>((a, b) => ReferenceEquals(a, b), c => c.GetHashCode(), c => c)
            );
        builder.HasMany(version => version.Files).WithOne().HasForeignKey(file => file.VersionId);
        builder.HasIndex(version => new { version.WorkId, version.Number }).IsUnique();
        builder.HasIndex(version => new { version.State, version.SubmittedAt });
    }

    private static string Write(WorkContent content) => JsonSerializer.Serialize(content, Json);

    private static WorkContent Read(string json) => JsonSerializer.Deserialize<WorkContent>(json, Json)!;
}

internal sealed class WorkFileConfiguration : IEntityTypeConfiguration<WorkFile>
{
    public void Configure(EntityTypeBuilder<WorkFile> builder)
    {
        builder.ToTable("WorkFiles");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Name).HasMaxLength(WorkFile.MaxNameLength);
        builder.Property(file => file.Hash).HasMaxLength(64);
        builder.HasIndex(file => file.Hash);
    }
}

internal sealed class FileTextConfiguration : IEntityTypeConfiguration<FileText>
{
    public void Configure(EntityTypeBuilder<FileText> builder)
    {
        builder.ToTable("FileTexts");
        builder.HasKey(text => text.Hash);
        builder.Property(text => text.Hash).HasMaxLength(64);
        builder.Property(text => text.State).HasConversion<string>().HasMaxLength(20);
        builder.PrimitiveCollection(text => text.PageImages);
    }
}

internal sealed class TaxonomyTermConfiguration : IEntityTypeConfiguration<TaxonomyTerm>
{
    public void Configure(EntityTypeBuilder<TaxonomyTerm> builder)
    {
        builder.ToTable("TaxonomyTerms");
        builder.Property(term => term.Taxonomy).HasMaxLength(40);
        builder.Property(term => term.Code).HasMaxLength(40);
        builder.HasIndex(term => new { term.Taxonomy, term.Code }).IsUnique();
    }
}

internal sealed class FavouriteConfiguration : IEntityTypeConfiguration<Favourite>
{
    public void Configure(EntityTypeBuilder<Favourite> builder)
    {
        builder.ToTable("Favourites");
        builder.HasKey(favourite => new { favourite.AccountId, favourite.WorkId });
        builder.HasOne<Work>().WithMany().HasForeignKey(favourite => favourite.WorkId);
    }
}

internal sealed class CountedDownloadConfiguration : IEntityTypeConfiguration<CountedDownload>
{
    public void Configure(EntityTypeBuilder<CountedDownload> builder)
    {
        builder.ToTable("CountedDownloads");
        builder.HasKey(download => new
        {
            download.AccountId,
            download.WorkId,
            download.Day,
        });
        builder.HasOne<Work>().WithMany().HasForeignKey(download => download.WorkId);
    }
}

internal sealed class UploadSessionConfiguration : IEntityTypeConfiguration<UploadSession>
{
    public void Configure(EntityTypeBuilder<UploadSession> builder)
    {
        builder.ToTable("UploadSessions");
        builder.Property(session => session.FileName).HasMaxLength(WorkFile.MaxNameLength);
        builder.HasOne<Work>().WithMany().HasForeignKey(session => session.WorkId);
    }
}
