using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.Kernel.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasIndex(entry => new { entry.SubjectKind, entry.SubjectId });
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => new { entry.AccountId, entry.Id });
        builder.HasIndex(entry => new { entry.Path, entry.Id });
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.Property(entry => entry.Path!).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(entry => entry.Action).HasMaxLength(80);
        builder.Property(entry => entry.SubjectKind).HasMaxLength(40);
        builder.Property(entry => entry.SubjectId).HasMaxLength(80);
    }
}
