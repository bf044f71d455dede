using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Data;

internal sealed class RoleConfiguration : IEntityTypeConfiguration<PortalRole>
{
    public void Configure(EntityTypeBuilder<PortalRole> builder)
    {
        builder.ToTable("PortalRoles");
        builder.HasKey(role => role.Name);
        builder.Property(role => role.Name).HasMaxLength(40);
        builder.PrimitiveCollection(role => role.Permissions);
        builder.PrimitiveCollection(role => role.Delegable);
    }
}

internal sealed class RoleHoldingConfiguration : IEntityTypeConfiguration<RoleHolding>
{
    public void Configure(EntityTypeBuilder<RoleHolding> builder)
    {
        builder.ToTable("RoleHoldings");
        builder.Property(holding => holding.RoleName).HasMaxLength(40);
        builder
            .HasIndex(holding => new
            {
                holding.AccountId,
                holding.RoleName,
                holding.OrganizationId,
            })
            .IsUnique();
        builder.HasOne(holding => holding.Account).WithMany().HasForeignKey(holding => holding.AccountId);
        builder.HasOne<PortalRole>().WithMany().HasForeignKey(holding => holding.RoleName);
        builder.HasOne(holding => holding.Organization).WithMany().HasForeignKey(holding => holding.OrganizationId);
    }
}
