using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>Gives out numbers without gaps: they belong to the caller's transaction, and the next caller waits for its end.</summary>
public sealed class CertificateNumbers(HubDbContext database)
{
    private const int Digits = 6;

    /// <param name="year">Calendar year of the issue.</param>
    /// <param name="count">How many.</param>
    public async Task<IReadOnlyList<string>> TakeAsync(int year, int count, CancellationToken cancellationToken)
    {
        if (database.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Numbers are taken inside the caller's transaction.");
        var last = await database
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO "CertificateCounters" ("Year", "Last") VALUES ({year}, {count})
                ON CONFLICT ("Year") DO UPDATE SET "Last" = "CertificateCounters"."Last" + {count} RETURNING "Last"
                """
            )
            .ToListAsync(cancellationToken);
        return [.. Enumerable.Range(last.Single() - count + 1, count).Select(number => Printed(year, number))];
    }

    private static string Printed(int year, int number) =>
        $"XS-{year.ToString(CultureInfo.InvariantCulture)}-{number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0')}";
}
