using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherGrowthHub.Kernel.Calendar;

internal sealed class SchoolYearConfiguration : IEntityTypeConfiguration<SchoolYear>
{
    public void Configure(EntityTypeBuilder<SchoolYear> builder)
    {
        builder.ToTable("SchoolYears");
        builder.Property(year => year.Id).ValueGeneratedNever();
        builder.HasMany(year => year.Terms).WithOne().HasForeignKey(term => term.SchoolYearId);
        builder.Navigation(year => year.Terms).AutoInclude(false);
    }
}

internal sealed class TermConfiguration : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.ToTable("Terms");
        builder.HasKey(term => new { term.SchoolYearId, term.Number });
    }
}
