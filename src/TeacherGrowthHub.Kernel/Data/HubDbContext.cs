using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.Kernel.Data;

/// <summary>
/// The one database context. Each module brings its <see cref="IEntityTypeConfiguration{TEntity}"/>s; instants are UTC
/// <see cref="DateTime"/>s (EF's SQLite cannot order DateTimeOffset), days are <see cref="DateOnly"/> in Asia/Shanghai.
/// </summary>
public sealed class HubDbContext(DbContextOptions<HubDbContext> options) : DbContext(options)
{
    /// <summary>Collation of ids and paths on PostgreSQL: byte order, so that ranges use the index.</summary>
    public const string BinaryCollation = "C";

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State != EntityState.Unchanged)
            ? throw new InvalidOperationException("Lines of the audit trail are stored by SaveChangesAsync.")
            : base.SaveChanges(acceptAllChangesOnSuccess);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var trail = ChangeTracker.Entries<AuditEntry>().ToList();
        if (trail.Exists(entry => entry.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("Lines of the audit trail are added, never changed or deleted.");
        var lines = trail.FindAll(entry => entry.State == EntityState.Added).ConvertAll(entry => entry.Entity);
        if (lines.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await AuditChain.LinkAsync(this, lines, cancellationToken);
        var stored = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        return stored;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in this.GetService<ModuleCatalog>().Assemblies)
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        if (Database.IsNpgsql())
            modelBuilder
                .Entity<ChangeEntry>()
                .Property(entry => entry.TransactionId)
                .HasDefaultValueSql("pg_current_xact_id()::text::bigint");
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string)))
                ShapeText(property);
        }
    }

    private void ShapeText(IMutableProperty property)
    {
        var isId = property.IsKey() || property.IsForeignKey();
        var isPath = property.RemoveAnnotation(PathCollation.Annotation) is not null;
        if (isId && property.GetMaxLength() is null)
            property.SetMaxLength(HubId.Length);
        if ((isId || isPath) && Database.IsNpgsql())
            property.SetCollation(BinaryCollation);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
}
