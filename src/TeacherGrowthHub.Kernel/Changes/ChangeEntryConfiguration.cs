using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherGrowthHub.Kernel.Changes;

internal sealed class ChangeEntryConfiguration : IEntityTypeConfiguration<ChangeEntry>
{
    public void Configure(EntityTypeBuilder<ChangeEntry> builder)
    {
        builder.ToTable("ChangeEntries");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Kind).HasMaxLength(40);
        builder.Property(entry => entry.SubjectId).HasMaxLength(80);
        builder.HasIndex(entry => new { entry.TransactionId, entry.Sequence });
    }
}
