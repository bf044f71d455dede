using System.Runtime.CompilerServices;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>A workbook's rows and what stands above them.</summary>
internal sealed class ImportRun
{
    /// <summary>Rows that are loaded, planned and stored together: bounds the memory.</summary>
    public const int ChunkSize = 500;

    private const string NoHeader = "没有找到表头。第一行应有“{0}”等列名，请对照模板";
    private readonly IReadOnlyList<ImportColumn> _columns;

    private ImportRun(IReadOnlyList<ImportColumn> columns, IReadOnlyList<ImportRow> rows, ReportHead head) =>
        (_columns, Rows, Head) = (columns, rows, head);

    public IReadOnlyList<ImportRow> Rows { get; }
    public ReportHead Head { get; }

    /// <exception cref="RefusedException">Not a workbook of this kind.</exception>
    public static ImportRun Read(Stream workbook, IReadOnlyList<ImportColumn> columns)
    {
        var sheet =
            WorkbookReader.Read(workbook, rows => ColumnMap.IsIn(rows, columns))
            ?? throw new RefusedException(NoHeader, columns[0].Header) { Field = "File" };
        var map = ColumnMap.Read(sheet.Rows, columns);
        var all = sheet.Rows.Skip(map.HeaderIndex + 1).Select(row => new ImportRow(row, map)).Where(row => !row.IsEmpty(columns)).ToList();
        var rows = all.Where(row => !IsExample(row, columns)).ToList();
        if (rows.Count == 0)
            throw new RefusedException("表头下面没有要导入的行") { Field = "File" };
        return new ImportRun(
            columns,
            rows,
            new ReportHead(sheet.Name, map.Headers, [.. sheet.Notes, .. Notes(map, all.Count - rows.Count)])
        );
    }

    /// <summary>Plans all rows in their order.</summary>
    /// <param name="planner">Of the workbook's kind.</param>
    /// <param name="afterChunk">Stores what has been planned, or reports the progress; gets the rows done.</param>
    /// <param name="cancellationToken">Ends it between two chunks.</param>
    public async IAsyncEnumerable<RowResult> PlanAsync(
        IRowPlanner planner,
        Func<int, Task> afterChunk,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var seen = new Dictionary<string, int>();
        var done = 0;
        await planner.BeginAsync(Rows, cancellationToken);
        foreach (var chunk in Rows.Chunk(ChunkSize))
        {
            await planner.LoadAsync(chunk, cancellationToken);
            foreach (var row in chunk)
                yield return Plan(planner, row, seen);
            await afterChunk(done += chunk.Length);
        }
        await planner.EndAsync(cancellationToken);
    }

    private static bool IsExample(ImportRow row, IReadOnlyList<ImportColumn> columns) =>
        columns.Take(2).All(column => row.Shown(column) == column.Example);

    private RowResult Plan(IRowPlanner planner, ImportRow row, Dictionary<string, int> seen)
    {
        try
        {
            if (!seen.TryAdd(planner.KeyOf(row), row.Number))
                throw new RefusedException("与第 {0} 行重复", seen[planner.KeyOf(row)]) { Field = _columns[0].Field };
            var planned = planner.Plan(row);
            return new RowResult
            {
                Row = row.Number,
                Outcome =
                    planned.Changes is null ? RowOutcome.Created
                    : planned.Changes.Count > 0 ? RowOutcome.Changed
                    : RowOutcome.Unchanged,
                Key = planned.Key,
                Label = planned.Label,
                Changes = planned.Changes ?? [],
                OpensAccount = planned.OpensAccount,
                Remark = planned.Remark,
            };
        }
        catch (RefusedException refusal)
        {
            return Refused(row, refusal);
        }
    }

    private RowResult Refused(ImportRow row, RefusedException refusal) =>
        new()
        {
            Row = row.Number,
            Outcome = RowOutcome.Refused,
            Key = row.Shown(_columns[0]),
            Label = row.Shown(_columns[1]),
            Header = _columns.FirstOrDefault(column => column.Field == refusal.Field)?.Header,
            Reason = refusal.Text,
            Arguments = [.. refusal.Arguments.Select(ToText)],
            Cells = row.Cells,
        };

    private static string ToText(object argument) => argument is DateOnly day ? Changes.Text(day)! : $"{argument}";

    private static IEnumerable<WorkbookNote> Notes(ColumnMap map, int examples)
    {
        if (map.Unknown.Count > 0)
            yield return new("这些列不认识，没有读取：{0}", string.Join('、', map.Unknown));
        if (examples > 0)
            yield return new("跳过了 {0} 行示例", $"{examples}");
    }
}
