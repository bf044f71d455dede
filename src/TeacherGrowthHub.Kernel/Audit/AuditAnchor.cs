using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Where the kept part of the chain begins: the last line that retention has removed. One row.</summary>
public sealed class AuditAnchor
{
    /// <summary>Always 1.</summary>
    public int Key { get; init; } = 1;

    /// <summary>Id of the last removed line; 0 when none was.</summary>
    public long LastId { get; set; }

    /// <summary>Its hash; empty when none was removed.</summary>
    public string Hash { get; set; } = "";
}

internal sealed class AuditAnchorConfiguration : IEntityTypeConfiguration<AuditAnchor>
{
    public void Configure(EntityTypeBuilder<AuditAnchor> builder)
    {
        builder.ToTable("AuditAnchors");
        builder.HasKey(anchor => anchor.Key);
        builder.Property(anchor => anchor.Key).ValueGeneratedNever();
        builder.Property(anchor => anchor.Hash).HasMaxLength(64);
    }
}
