using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class TeacherYearConfiguration : IEntityTypeConfiguration<TeacherYear>
{
    public void Configure(EntityTypeBuilder<TeacherYear> builder)
    {
        builder.ToTable("TeacherYears");
        builder.HasKey(row => new { row.TeacherId, row.SchoolYear });
        builder.Property(row => row.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        // Everything that figures ask for: a city's dashboard reads this index alone.
        builder
            .HasIndex(row => new
            {
                row.SchoolYear,
                row.Path,
                row.IsAttained,
                row.Duties,
                row.IsSubjectInPost,
                row.HasMentalHealth,
                row.Activities,
            })
            .HasDatabaseName("IX_TeacherYears_Figures");
    }
}

internal sealed class DutyBalanceConfiguration : IEntityTypeConfiguration<DutyBalance>
{
    public void Configure(EntityTypeBuilder<DutyBalance> builder)
    {
        builder.ToTable("DutyBalances");
        builder.HasKey(row => new
        {
            row.TeacherId,
            row.SchoolYear,
            row.Duty,
        });
        builder.Property(row => row.Path).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder
            .HasIndex(row => new
            {
                row.SchoolYear,
                row.Path,
                row.Duty,
                row.State,
                row.RequiredHundredths,
                row.CountedHundredths,
            })
            .HasDatabaseName("IX_DutyBalances_Figures");
    }
}

internal sealed class ExemptionConfiguration : IEntityTypeConfiguration<Exemption>
{
    public void Configure(EntityTypeBuilder<Exemption> builder)
    {
        builder.ToTable("HourExemptions");
        builder.Property(exemption => exemption.Kind).HasMaxLength(40);
        builder.Property(exemption => exemption.Duty).HasConversion<string>().HasMaxLength(20);
        builder.Property(exemption => exemption.Reason).HasMaxLength(LedgerEntry.MaxReasonLength);
        builder.Property(exemption => exemption.DecidedBy).HasMaxLength(80);
        builder.HasIndex(exemption => new { exemption.TeacherId, exemption.SchoolYear });
    }
}
