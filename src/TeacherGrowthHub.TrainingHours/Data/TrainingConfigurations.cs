using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class TrainingConfiguration : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> builder)
    {
        builder.ToTable("Trainings");
        builder.Property(training => training.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(training => training.Title).HasMaxLength(Training.MaxTitleLength);
        builder.Property(training => training.Kind).HasMaxLength(40);
        builder.Property(training => training.Provider).HasMaxLength(Claim.MaxProviderLength);
        builder.Property(training => training.Level).HasConversion<string>().HasMaxLength(20);
        builder.Property(training => training.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(training => training.Reason).HasMaxLength(LedgerEntry.MaxReasonLength);
        builder.Property(training => training.CreatedById).HasMaxLength(HubId.Length);
        builder.Property(training => training.PlanItemId).HasMaxLength(HubId.Length);
        builder.Property(training => training.ApprovalPath).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(training => training.Version).IsConcurrencyToken();
        builder.PrimitiveCollection(training => training.Duties);
        builder.PrimitiveCollection(training => training.Audience);
        builder.PrimitiveCollection(training => training.Materials);
        builder.HasIndex(training => new { training.State, training.Path });
        builder.HasMany(training => training.Sessions).WithOne().HasForeignKey(session => session.TrainingId);
        builder.HasIndex(training => training.ApprovalPath);
        builder.HasIndex(training => training.Start);
        builder.HasIndex(training => training.PlanItemId);
        builder.Ignore(training => training.Hours).Ignore(training => training.Schedule);
    }
}

internal sealed class TrainingSessionConfiguration : IEntityTypeConfiguration<TrainingSession>
{
    public void Configure(EntityTypeBuilder<TrainingSession> builder)
    {
        builder.ToTable("TrainingSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Topic).HasMaxLength(Training.MaxTitleLength);
        builder.Property(session => session.Place).HasMaxLength(200);
        builder.Property(session => session.Link).HasMaxLength(500);
        builder.HasIndex(session => session.Start);
        builder.Ignore(session => session.Hours);
    }
}

internal sealed class EnrolmentConfiguration : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable("TrainingEnrolments");
        builder.HasKey(enrolment => new { enrolment.TrainingId, enrolment.TeacherId });
        builder.Property(enrolment => enrolment.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(enrolment => enrolment.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(enrolment => enrolment.AddedBy).HasMaxLength(80);
        builder.HasIndex(enrolment => enrolment.TeacherId);
        builder.HasOne<Training>().WithMany().HasForeignKey(enrolment => enrolment.TrainingId);
    }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("TrainingAttendances");
        builder.HasKey(attendance => new { attendance.SessionId, attendance.TeacherId });
        builder.Property(attendance => attendance.Method).HasConversion<string>().HasMaxLength(20);
        builder.Property(attendance => attendance.TickedBy).HasMaxLength(80);
        builder.HasOne<TrainingSession>().WithMany().HasForeignKey(attendance => attendance.SessionId);
    }
}
