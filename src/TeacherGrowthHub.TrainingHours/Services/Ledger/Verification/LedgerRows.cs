using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>Reads lines as they are stored, a row at a time: millions of them are walked, and an object-relational mapper costs more than the hashing.</summary>
internal static class LedgerRows
{
    private const string Select = """
        SELECT "TeacherId", "Sequence", "SchoolYear", "ActivityKey", "AchievementKey", "Title", "Kind", "IsMentalHealth", "IsPreService",
               "From", "To", "RawHundredths", "CountedHundredths", "RuleVersion", "ActId", "CertifiedById", "CertifiedBy", "CertifiedAt",
               "Source", "ReversesSequence", "Reason", "Epoch", "Hash"
        FROM "LedgerEntries" WHERE "TeacherId" >= @first AND "TeacherId" < @end ORDER BY "TeacherId", "Sequence"
        """;

    /// <summary>Chain after chain, each in its order.</summary>
    public static async IAsyncEnumerable<LedgerEntry> ReadAsync(
        DbConnection connection,
        LedgerRange range,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = range.Command(connection, Select);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return Entry(reader);
    }

    private static LedgerEntry Entry(DbDataReader row) =>
        new()
        {
            TeacherId = row.GetString(0),
            Sequence = row.GetInt32(1),
            SchoolYear = row.GetInt32(2),
            ActivityKey = row.GetString(3),
            AchievementKey = Text(row, 4),
            Title = row.GetString(5),
            Kind = row.GetString(6),
            IsMentalHealth = row.GetBoolean(7),
            IsPreService = row.GetBoolean(8),
            From = DateOnly.FromDayNumber(row.GetInt32(9)),
            To = DateOnly.FromDayNumber(row.GetInt32(10)),
            RawHundredths = row.GetInt32(11),
            CountedHundredths = row.GetInt32(12),
            RuleVersion = row.GetInt32(13),
            ActId = row.GetString(14),
            CertifiedById = Text(row, 15),
            CertifiedBy = row.GetString(16),
            CertifiedAt = new DateTime(row.GetInt64(17), DateTimeKind.Utc),
            Source = row.GetString(18),
            ReversesSequence = row.IsDBNull(19) ? null : row.GetInt32(19),
            Reason = Text(row, 20),
            Epoch = row.GetInt32(21),
            Hash = IsFlag(row, 7) && IsFlag(row, 8) ? row.GetFieldValue<byte[]>(22) : [],
        };

    // SQLite reads any number as true: a 2 would pass for the 1 that was hashed.
    private static bool IsFlag(DbDataReader row, int column) => row.GetValue(column) is bool or 0L or 1L;

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
