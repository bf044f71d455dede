using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherGrowthHub.Kernel.Notifications;

/// <summary>An in-site message to one account, with a link to where the thing can be done.</summary>
public sealed class Notification
{
    public required string Id { get; set; }
    public required string AccountId { get; set; }

    /// <summary>Chinese source text with places <c>{0}</c>; localised when shown.</summary>
    public required string Text { get; set; }

    /// <summary>What goes into the places.</summary>
    public List<string> Arguments { get; set; } = [];

    /// <summary>A path of this site.</summary>
    public required string Link { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime? ReadAt { get; set; }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(notification => notification.AccountId).HasMaxLength(26);
        builder.HasIndex(notification => new
        {
            notification.AccountId,
            notification.ReadAt,
            notification.CreatedAt,
        });
        builder.PrimitiveCollection(notification => notification.Arguments);
    }
}
