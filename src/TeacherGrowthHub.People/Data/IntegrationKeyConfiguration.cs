using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Data;

internal sealed class IntegrationKeyConfiguration : IEntityTypeConfiguration<IntegrationKey>
{
    public void Configure(EntityTypeBuilder<IntegrationKey> builder)
    {
        builder.ToTable("IntegrationKeys");
        builder.Property(key => key.Name).HasMaxLength(IntegrationKey.MaxNameLength);
        builder.Property(key => key.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.PrimitiveCollection(key => key.Permissions);
        builder.Property(key => key.KeyHash).HasMaxLength(64);
        builder.Property(key => key.Prefix).HasMaxLength(16);
        builder.Property(key => key.CreatedBy).HasMaxLength(80);
        builder.HasIndex(key => key.KeyHash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(key => key.CreatedById);
    }
}
