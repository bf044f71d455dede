using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using TeacherGrowthHub.People.Imports.Planning;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>The report as JSON lines: a <see cref="ReportHead"/>, then a <see cref="RowResult"/> a row.</summary>
internal static class ImportReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Line<T>(T line) => JsonSerializer.Serialize(line, Json);

    /// <summary>Whether a row comes to what the report says; remarks are for the eye alone.</summary>
    public static bool AreSame(RowResult row, RowResult reported) =>
        Line(row with { Remark = null }) == Line(reported with { Remark = null });

    /// <summary>The head of a report; its rows follow in the reader.</summary>
    public static async Task<ReportHead> HeadAsync(TextReader report, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<ReportHead>((await report.ReadLineAsync(cancellationToken))!, Json)!;

    public static async IAsyncEnumerable<RowResult> RowsAsync(
        TextReader report,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (await report.ReadLineAsync(cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize<RowResult>(line, Json)!;
    }
}
