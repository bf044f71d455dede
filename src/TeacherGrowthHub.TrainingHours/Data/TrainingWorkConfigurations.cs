using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class HomeworkConfiguration : IEntityTypeConfiguration<Homework>
{
    public void Configure(EntityTypeBuilder<Homework> builder)
    {
        builder.ToTable("TrainingHomework");
        builder.HasKey(homework => new { homework.TrainingId, homework.TeacherId });
        builder.Property(homework => homework.Text).HasMaxLength(Homework.MaxTextLength);
        builder.Property(homework => homework.BlobHash).HasMaxLength(64);
        builder.Property(homework => homework.FileName).HasMaxLength(200);
        builder.Property(homework => homework.DecidedBy).HasMaxLength(80);
        builder.HasOne<Training>().WithMany().HasForeignKey(homework => homework.TrainingId);
    }
}

internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("TrainingFeedback");
        builder.Property(feedback => feedback.Id).ValueGeneratedNever();
        builder.Property(feedback => feedback.Text).HasMaxLength(Feedback.MaxTextLength);
        builder.HasOne<Training>().WithMany().HasForeignKey(feedback => feedback.TrainingId);
    }
}

internal sealed class PlanItemConfiguration : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("TrainingPlanItems");
        builder.Property(item => item.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(item => item.Title).HasMaxLength(Training.MaxTitleLength);
        builder.Property(item => item.Kind).HasMaxLength(40);
        builder.PrimitiveCollection(item => item.Duties);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasIndex(item => new { item.SchoolYear, item.Path });
        builder.Ignore(item => item.Hours).Ignore(item => item.Order);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(feed => feed.AccountId);
        builder.Property(feed => feed.Token).HasMaxLength(64);
        builder.HasIndex(feed => feed.Token).IsUnique();
    }
}
