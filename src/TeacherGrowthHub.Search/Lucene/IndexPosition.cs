using System.Globalization;
using Lucene.Net.Index;
using TeacherGrowthHub.Kernel.Changes;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>How far an index has followed the change log; written with the commit that it belongs to.</summary>
internal static class IndexPosition
{
    // Another analysis or set of fields means another number, and the index rebuilds itself.
    private const string Format = "2";
    private const string FormatKey = "format";
    private const string TransactionKey = "transaction";
    private const string SequenceKey = "sequence";

    public static Dictionary<string, string> Write(ChangePosition position) =>
        new()
        {
            [FormatKey] = Format,
            [TransactionKey] = position.TransactionId.ToString(CultureInfo.InvariantCulture),
            [SequenceKey] = position.Sequence.ToString(CultureInfo.InvariantCulture),
        };

    /// <returns>Null when nothing was committed, or in another format.</returns>
    public static ChangePosition? Read(IndexWriter writer)
    {
        var data = writer.CommitData;
        return data is not null && data.TryGetValue(FormatKey, out var format) && format == Format
            ? new ChangePosition(
                long.Parse(data[TransactionKey], CultureInfo.InvariantCulture),
                long.Parse(data[SequenceKey], CultureInfo.InvariantCulture)
            )
            : null;
    }
}
