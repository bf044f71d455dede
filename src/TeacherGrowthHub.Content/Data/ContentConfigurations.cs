using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Content.Domain;

namespace TeacherGrowthHub.Content.Data;

internal sealed class MediaFileConfiguration : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.ToTable("MediaFiles");
        builder.HasKey(file => file.Path);
        builder.Property(file => file.Path).HasMaxLength(500);
        builder.Property(file => file.Hash).HasMaxLength(64);
    }
}

internal sealed class ForeignItemConfiguration : IEntityTypeConfiguration<ForeignItem>
{
    public void Configure(EntityTypeBuilder<ForeignItem> builder)
    {
        builder.ToTable("ForeignItems");
        builder.Property(item => item.ContentType).HasMaxLength(100);
    }
}
