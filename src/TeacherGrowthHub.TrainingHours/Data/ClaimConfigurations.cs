using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("HourClaims");
        builder.Property(claim => claim.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(claim => claim.WaitingPath).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(claim => claim.Kind).HasMaxLength(40);
        builder.Property(claim => claim.Title).HasMaxLength(Claim.MaxTitleLength);
        builder.Property(claim => claim.Provider).HasMaxLength(Claim.MaxProviderLength);
        builder.Property(claim => claim.ActivityKey).HasMaxLength(240);
        builder.Property(claim => claim.Achievement).HasMaxLength(Claim.MaxTitleLength);
        builder.Property(claim => claim.AchievementGrade).HasMaxLength(40);
        builder.Property(claim => claim.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(claim => claim.Level).HasConversion<string>().HasMaxLength(20);
        builder.Property(claim => claim.Reference).HasMaxLength(Claim.MaxReferenceLength);
        builder.Property(claim => claim.ImportId).HasMaxLength(HubId.Length);
        builder.HasIndex(claim => claim.ImportId);
        builder.Property(claim => claim.Reason).HasMaxLength(LedgerEntry.MaxReasonLength);
        builder.Property(claim => claim.LateReason).HasMaxLength(LedgerEntry.MaxReasonLength);
        builder.Property(claim => claim.Version).IsConcurrencyToken();
        builder.HasIndex(claim => new { claim.WaitingPath, claim.SubmittedAt });
        builder.HasIndex(claim => new { claim.TeacherId, claim.SchoolYear });
        builder.HasIndex(claim => claim.ActivityKey);
        builder.HasIndex(claim => claim.TrainingId);
        builder.Ignore(claim => claim.Raw).Ignore(claim => claim.Granted);
    }
}

internal sealed class ClaimEvidenceConfiguration : IEntityTypeConfiguration<ClaimEvidence>
{
    public void Configure(EntityTypeBuilder<ClaimEvidence> builder)
    {
        builder.ToTable("HourClaimEvidence");
        builder.Property(evidence => evidence.Name).HasMaxLength(200);
        builder.Property(evidence => evidence.BlobHash).HasMaxLength(64);
        builder.Property(evidence => evidence.MediaType).HasMaxLength(100);
        builder.HasIndex(evidence => evidence.BlobHash);
        builder.HasOne<Claim>().WithMany().HasForeignKey(evidence => evidence.ClaimId);
    }
}

internal sealed class ClaimStepConfiguration : IEntityTypeConfiguration<ClaimStep>
{
    public void Configure(EntityTypeBuilder<ClaimStep> builder)
    {
        builder.ToTable("HourClaimSteps");
        builder.Property(step => step.By).HasMaxLength(80);
        builder.Property(step => step.Act).HasConversion<string>().HasMaxLength(20);
        builder.Property(step => step.Level).HasConversion<string>().HasMaxLength(20);
        builder.Property(step => step.Reason).HasMaxLength(LedgerEntry.MaxReasonLength);
        builder.HasOne<Claim>().WithMany().HasForeignKey(step => step.ClaimId);
    }
}

internal sealed class SavedClaimFilterConfiguration : IEntityTypeConfiguration<SavedClaimFilter>
{
    public void Configure(EntityTypeBuilder<SavedClaimFilter> builder)
    {
        builder.ToTable("SavedClaimFilters");
        builder.Property(filter => filter.AccountId).HasMaxLength(26);
        builder.Property(filter => filter.Name).HasMaxLength(SavedClaimFilter.MaxNameLength);
        builder.Property(filter => filter.Query).HasMaxLength(500);
        builder.HasIndex(filter => filter.AccountId);
    }
}
