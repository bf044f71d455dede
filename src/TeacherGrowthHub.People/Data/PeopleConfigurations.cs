using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Data;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("Organizations");
        builder.Property(organization => organization.Name).HasMaxLength(Organization.MaxNameLength);
        builder.Property(organization => organization.Code).HasMaxLength(40);
        builder.Property(organization => organization.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(organization => organization.Kind).HasConversion<string>().HasMaxLength(20);
        builder.PrimitiveCollection(organization => organization.Stages);
        builder.HasIndex(organization => organization.Path).IsUnique();
        builder.HasOne<Organization>().WithMany().HasForeignKey(organization => organization.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(organization => organization.IsSchool);
    }
}

internal sealed class TeacherConfiguration : IEntityTypeConfiguration<Teacher>
{
    public void Configure(EntityTypeBuilder<Teacher> builder)
    {
        builder.ToTable("Teachers");
        builder.Property(teacher => teacher.Name).HasMaxLength(Teacher.MaxNameLength);
        builder.Property(teacher => teacher.TeacherNumber).HasMaxLength(40);
        builder.HasIndex(teacher => teacher.TeacherNumber).IsUnique();
        builder.HasMany(teacher => teacher.Posts).WithOne().HasForeignKey(post => post.TeacherId);
        builder.HasMany(teacher => teacher.Duties).WithOne().HasForeignKey(duty => duty.TeacherId);
    }
}

internal sealed class TeacherPostConfiguration : IEntityTypeConfiguration<TeacherPost>
{
    public void Configure(EntityTypeBuilder<TeacherPost> builder)
    {
        builder.ToTable("TeacherPosts");
        builder.Property(post => post.Id).ValueGeneratedNever();
        builder.HasOne(post => post.Organization).WithMany().HasForeignKey(post => post.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeacherDutyConfiguration : IEntityTypeConfiguration<TeacherDuty>
{
    public void Configure(EntityTypeBuilder<TeacherDuty> builder)
    {
        builder.ToTable("TeacherDuties");
        builder.Property(duty => duty.Id).ValueGeneratedNever();
        builder.Property(duty => duty.Kind).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.UserName).HasMaxLength(40);
        builder.Property(account => account.NormalizedUserName).HasMaxLength(40);
        builder.Property(account => account.PhoneNumber).HasMaxLength(20);
        builder.Property(account => account.DisplayName).HasMaxLength(Teacher.MaxNameLength);
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasIndex(account => account.PhoneNumber).IsUnique();
        builder.HasOne(account => account.Teacher).WithMany().HasForeignKey(account => account.TeacherId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<PortalRole>
{
    public void Configure(EntityTypeBuilder<PortalRole> builder)
    {
        builder.ToTable("PortalRoles");
        builder.HasKey(role => role.Name);
        builder.Property(role => role.Name).HasMaxLength(40);
        builder.PrimitiveCollection(role => role.Permissions);
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

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.AccountId);
    }
}

// ASP.NET Core Identity asks for the claims of an account at every sign-in.
internal sealed class AccountClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("AccountClaims");
        builder.HasOne<Account>().WithMany().HasForeignKey(claim => claim.UserId);
    }
}
