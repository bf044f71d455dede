using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class FigureSnapshotConfiguration : IEntityTypeConfiguration<FigureSnapshot>
{
    public void Configure(EntityTypeBuilder<FigureSnapshot> builder)
    {
        builder.ToTable("FigureSnapshots");
        builder.Property<long>("Id").ValueGeneratedOnAdd();
        builder.HasKey("Id");
        builder.Property(row => row.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        // No key: a path follows its organisation.
        builder
            .HasIndex(row => new
            {
                row.Path,
                row.SchoolYear,
                row.Month,
            })
            .IsUnique();
    }
}

internal sealed class ReminderSentConfiguration : IEntityTypeConfiguration<ReminderSent>
{
    public void Configure(EntityTypeBuilder<ReminderSent> builder)
    {
        builder.ToTable("HourReminders");
        builder.Property(row => row.Occasion).HasConversion<string>().HasMaxLength(10);
        builder.HasKey(row => new
        {
            row.Occasion,
            row.Day,
            row.RecipientId,
            row.OrganizationId,
        });
        builder.HasIndex(row => row.RecipientId);
    }
}
