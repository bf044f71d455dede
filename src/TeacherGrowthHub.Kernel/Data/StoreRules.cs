using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Kernel.Data;

/// <summary>Tells data that the store's own rules refuse from a store that is in trouble.</summary>
public static class StoreRules
{
    private const int SqliteConstraint = 19;

    // Classes of SQLSTATE: 22 values that do not fit, 23 broken constraints.
    private static readonly string[] PostgresClasses = ["22", "23"];

    /// <summary>
    /// Stores, and turns what the store's own rules refuse into a refusal: the checks before it were right until somebody else stored the
    /// same a moment ago.
    /// </summary>
    /// <exception cref="RefusedException">As given; the context is empty then.</exception>
    public static async Task GuardAsync(HubDbContext database, Func<Task> store, Func<RefusedException> refusal)
    {
        try
        {
            await store();
        }
        catch (DbUpdateException exception) when (AreBrokenBy(exception))
        {
            database.ChangeTracker.Clear();
            throw refusal();
        }
    }

    /// <summary>Whether a row was refused for what it holds: a key that is taken, a value that is missing or does not fit.</summary>
    public static bool AreBrokenBy(DbUpdateException exception) =>
        exception.InnerException switch
        {
            SqliteException refusal => refusal.SqliteErrorCode == SqliteConstraint,
            PostgresException refusal => PostgresClasses.Contains(refusal.SqlState[..2]),
            _ => false,
        };
}
