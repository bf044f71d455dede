using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Data;

internal sealed class TeacherConfiguration : IEntityTypeConfiguration<Teacher>
{
    public void Configure(EntityTypeBuilder<Teacher> builder)
    {
        builder.ToTable("Teachers");
        builder.Property(teacher => teacher.Name).HasMaxLength(Teacher.MaxNameLength);
        builder.Property(teacher => teacher.TeacherNumber).HasMaxLength(40);
        builder.Property(teacher => teacher.Stage).HasMaxLength(4);
        builder.Property(teacher => teacher.Subject).HasMaxLength(40);
        builder.Property(teacher => teacher.Title).HasMaxLength(40);
        builder.Property(teacher => teacher.Certificate).HasMaxLength(80);
        builder.Property(teacher => teacher.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(teacher => teacher.PresentPath!).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.HasIndex(teacher => teacher.TeacherNumber).IsUnique();
        // Everything the list filters by: a page of 50,000 reads this index and the twenty rows it shows.
        builder
            .HasIndex(teacher => new
            {
                teacher.PresentPath,
                teacher.Name,
                teacher.TeacherNumber,
                teacher.Status,
                teacher.Stage,
                teacher.Title,
                teacher.PresentDuties,
            })
            .HasDatabaseName("IX_Teachers_List");
        builder.HasIndex(teacher => teacher.Name);
        builder.Ignore(teacher => teacher.Profile);
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
        builder.Property(duty => duty.Document).HasMaxLength(TeacherDuty.MaxDocumentLength);
        builder.Property(duty => duty.ClassName).HasMaxLength(40);
        builder.HasIndex(duty => new { duty.Kind, duty.TeacherId });
    }
}

internal sealed class CorrectionRequestConfiguration : IEntityTypeConfiguration<CorrectionRequest>
{
    public void Configure(EntityTypeBuilder<CorrectionRequest> builder)
    {
        builder.ToTable("CorrectionRequests");
        builder.OwnsMany(request => request.Fields, fields => fields.ToJson());
        builder.Property(request => request.OrganizationPath).HasMaxLength(OrganizationPath.MaxLength).HasPathCollation();
        builder.Property(request => request.Note).HasMaxLength(CorrectionRequest.MaxNoteLength);
        builder.Property(request => request.Reply).HasMaxLength(CorrectionRequest.MaxNoteLength);
        builder.Property(request => request.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(request => request.DecidedBy).HasMaxLength(Teacher.MaxNameLength);
        builder.HasIndex(request => new { request.State, request.OrganizationPath });
        builder.HasOne(request => request.Teacher).WithMany().HasForeignKey(request => request.TeacherId);
    }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("ImportBatches");
        builder.Property(batch => batch.Kind).HasMaxLength(20);
        builder.Property(batch => batch.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Property(batch => batch.FileName).HasMaxLength(200);
        builder.Property(batch => batch.FileHash).HasMaxLength(64);
        builder.Property(batch => batch.ReportHash).HasMaxLength(64);
        builder.PrimitiveCollection(batch => batch.ProblemArguments);
        builder.HasOne<Account>().WithMany().HasForeignKey(batch => batch.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(batch => batch.SecondId);
    }
}
