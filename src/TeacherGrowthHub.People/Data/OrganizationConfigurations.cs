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
        builder.HasOne<Organization>().WithMany().HasForeignKey(organization => organization.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(organization => organization.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(organization => organization.IsSchool).Ignore(organization => organization.Profile);
    }
}

internal sealed class OrganizationEventConfiguration : IEntityTypeConfiguration<OrganizationEvent>
{
    public void Configure(EntityTypeBuilder<OrganizationEvent> builder)
    {
        builder.ToTable("OrganizationEvents");
        builder.Property(line => line.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(line => line.Before).HasMaxLength(OrganizationPath.MaxLength);
        builder.Property(line => line.After).HasMaxLength(OrganizationPath.MaxLength);
        builder.Property(line => line.Document).HasMaxLength(TeacherDuty.MaxDocumentLength);
        builder.HasOne<Organization>().WithMany().HasForeignKey(line => line.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class YearConfirmationConfiguration : IEntityTypeConfiguration<YearConfirmation>
{
    public void Configure(EntityTypeBuilder<YearConfirmation> builder)
    {
        builder.ToTable("YearConfirmations");
        builder.HasKey(confirmation => new { confirmation.OrganizationId, confirmation.SchoolYearId });
        builder.Property(confirmation => confirmation.ConfirmedBy).HasMaxLength(Teacher.MaxNameLength);
        builder.HasOne<Organization>().WithMany().HasForeignKey(confirmation => confirmation.OrganizationId);
    }
}
