using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.HasKey(entry => new { entry.TeacherId, entry.Sequence });
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.ActivityKey).HasMaxLength(240);
        builder.Property(entry => entry.AchievementKey).HasMaxLength(240);
        builder.Property(entry => entry.Title).HasMaxLength(LedgerEntry.MaxTitleLength);
        builder.Property(entry => entry.Kind).HasMaxLength(40);
        builder.Property(entry => entry.ActId).HasMaxLength(HubId.Length);
        builder.Property(entry => entry.CertifiedById).HasMaxLength(HubId.Length);
        builder.Property(entry => entry.CertifiedBy).HasMaxLength(80);
        builder.Property(entry => entry.Source).HasMaxLength(80);
        builder.Property(entry => entry.Reason).HasMaxLength(LedgerEntry.MaxReasonLength);
        // Numbers, not texts: what is hashed is what is stored, and a walk over millions of lines parses nothing.
        builder.Property(entry => entry.From).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.Property(entry => entry.To).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.Property(entry => entry.CertifiedAt).HasConversion(at => at.Ticks, ticks => new DateTime(ticks, DateTimeKind.Utc));
        builder.HasIndex(entry => new { entry.TeacherId, entry.ReversesSequence }).IsUnique().HasFilter("\"ReversesSequence\" IS NOT NULL");
        builder.HasIndex(entry => entry.ActId);
        builder.Ignore(entry => entry.Raw).Ignore(entry => entry.Counted).Ignore(entry => entry.IsReversal);
    }
}

internal sealed class LedgerHeadConfiguration : IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerHead> builder)
    {
        builder.ToTable("LedgerHeads");
        builder.HasKey(head => head.TeacherId);
    }
}

internal sealed class CheckpointConfiguration : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.ToTable("LedgerCheckpoints");
        builder.HasKey(checkpoint => checkpoint.Number);
        builder.Property(checkpoint => checkpoint.Number).ValueGeneratedNever();
    }
}

internal sealed class YearClosingConfiguration : IEntityTypeConfiguration<YearClosing>
{
    public void Configure(EntityTypeBuilder<YearClosing> builder)
    {
        builder.ToTable("YearClosings");
        builder.HasKey(closing => closing.SchoolYear);
        builder.Property(closing => closing.SchoolYear).ValueGeneratedNever();
        builder.Property(closing => closing.ClosedBy).HasMaxLength(80);
    }
}
