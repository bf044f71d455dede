using System.Text;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Writes lines of the audit trail as CSV that spreadsheets open: UTF-8 with its mark, batch by batch.</summary>
public sealed class AuditExport(AuditSearch search, AuditVocabulary words, IStringLocalizer texts)
{
    /// <summary>Lines of one file at most; narrower filters give the rest.</summary>
    public const int MaxLines = 100_000;
    private const int Batch = 1000;

    /// <summary>Records the export, then writes.</summary>
    public async Task WriteAsync(Stream target, AuditFilter filter, HubUser user, CancellationToken cancellationToken = default)
    {
        await search.RecordAsync(AuditSearch.Exported, filter, user, cancellationToken);
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await WriteAsync(writer, [.. Heads.Select(head => texts[head].Value)]);
        for (var left = MaxLines; left > 0; left -= Batch)
        {
            var lines = await search.LinesAsync(filter, Math.Min(Batch, left), user, cancellationToken);
            foreach (var line in lines)
                await WriteAsync(writer, Cells(line));
            await writer.FlushAsync(cancellationToken);
            if (lines.Count < Batch)
                return;
            filter = filter with { Before = lines[^1].Id };
        }
    }

    private static readonly string[] Heads =
    [
        "序号",
        "时间",
        "人员",
        "账号编号",
        "网络地址",
        "操作",
        "操作代码",
        "对象类别",
        "对象编号",
        "单位路径",
        "变更前",
        "变更后",
        "校验值",
    ];

    private string[] Cells(AuditEntry line) =>
        [
            $"{line.Id}",
            $"{SchoolCalendar.Local(line.At):yyyy-MM-dd HH:mm:ss}",
            line.ActorName,
            line.AccountId ?? "",
            line.Address ?? "",
            texts[words.Action(line.Action)],
            line.Action,
            texts[words.Kind(line.SubjectKind)],
            line.SubjectId,
            line.Path ?? "",
            line.Before ?? "",
            line.After ?? "",
            line.Hash,
        ];

    private static Task WriteAsync(StreamWriter writer, string[] cells) =>
        writer.WriteAsync(string.Join(',', cells.Select(Quote)) + "\r\n");

    // A spreadsheet would run a cell that begins like a formula.
    private static string Quote(string cell)
    {
        var safe = cell.Length > 0 && "=+-@\t\r".Contains(cell[0]) ? "'" + cell : cell;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
