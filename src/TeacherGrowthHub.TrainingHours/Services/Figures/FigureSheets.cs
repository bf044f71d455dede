using Microsoft.Extensions.Localization;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using static TeacherGrowthHub.People.Imports.Workbooks.SheetValue;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>The rows of the workbook's sheets. Sums and rates are formulas, so that a corrected cell corrects them.</summary>
public sealed class FigureSheets(IStringLocalizer texts)
{
    // The header stands in the first row.
    private const int First = 2;

    public static readonly IReadOnlyList<string> TotalHeaders =
    [
        "单位",
        "应达标人数",
        "达标人数",
        "达标率",
        "学科教师",
        "参训人数",
        "参训率",
        "培训人次",
        "法人学校",
        "有专职教师的学校",
        "配备率",
    ];

    public static readonly IReadOnlyList<string> DutyHeaders =
    [
        "单位",
        "身份",
        "应达标人数",
        "达标人数",
        "进度正常",
        "进度落后",
        "免修",
        "达标率",
    ];

    public static readonly IReadOnlyList<string> PersonHeaders =
    [
        "学校",
        "姓名",
        "工号",
        "身份",
        "要求学时",
        "计入学时",
        "还差学时",
        "状态",
    ];

    /// <summary>An organisation a row, and their total.</summary>
    public IEnumerable<IReadOnlyList<SheetValue>> Totals(IReadOnlyList<FigureRow> lines, FigureRow total)
    {
        for (var place = 0; place < lines.Count; place++)
        {
            var line = lines[place];
            yield return Row(NameOf(line), line, place + First, (_, number) => Of(number));
        }
        var last = First + lines.Count - 1;
        yield return Row(texts["合计"], total, last + 1, (column, number) => Reckoned($"SUM({column}{First}:{column}{last})", number));
    }

    /// <summary>An organisation and a duty a row, and the total of each duty.</summary>
    public IEnumerable<IReadOnlyList<SheetValue>> Duties(IReadOnlyList<FigureRow> lines, FigureRow total)
    {
        var rows = lines.SelectMany(line => line.Counts.Duties.Select(duty => (Name: NameOf(line), Duty: duty))).ToList();
        for (var place = 0; place < rows.Count; place++)
            yield return Row(rows[place].Name, rows[place].Duty, place + First, (_, number) => Of(number));
        var last = First + rows.Count - 1;
        for (var place = 0; place < total.Counts.Duties.Count; place++)
        {
            var at = last + 1 + place;
            string SumOf(char column) => $"SUMIF(B${First}:B${last},B{at},{column}${First}:{column}${last})";
            yield return Row(texts["合计"], total.Counts.Duties[place], at, (column, number) => Reckoned(SumOf(column), number));
        }
    }

    /// <summary>A teacher and a duty a row.</summary>
    /// <param name="schools">Names by path.</param>
    public IEnumerable<IReadOnlyList<SheetValue>> People(IReadOnlyList<FigurePerson> people, IReadOnlyDictionary<string, string> schools)
    {
        var at = First;
        foreach (var (person, duty) in people.SelectMany(person => person.Duties.Select(duty => (person, duty))))
        {
            yield return
            [
                Of(schools.GetValueOrDefault(person.Path)),
                Of(person.Name),
                Of(person.Number),
                Of(texts[duty.Duty.Label()]),
                Of(InHours(duty.RequiredHundredths)),
                Of(InHours(duty.CountedHundredths)),
                // Attained by a state of its own (补训) or waived: nothing is missing whatever the two numbers say.
                duty.State == StandingState.Missing
                    ? Reckoned($"MAX(0,E{at}-F{at})", InHours(duty.MissingHundredths))
                    : Of(0),
                Of(texts[duty.State.Label()]),
            ];
            at++;
        }
    }

    private static IReadOnlyList<SheetValue> Row(string name, FigureRow line, int at, Func<char, int, SheetValue> number)
    {
        var (counts, staffing) = (line.Counts, line.Staffing);
        return
        [
            Of(name),
            number('B', counts.Asked),
            number('C', counts.Attained),
            RateOf('C', 'B', at, counts.Attained, counts.Asked),
            number('E', counts.Subject),
            number('F', counts.Participants),
            RateOf('F', 'E', at, counts.Participants, counts.Subject),
            number('H', counts.PersonTimes),
            number('I', staffing.Schools),
            number('J', staffing.Staffed),
            RateOf('J', 'I', at, staffing.Staffed, staffing.Schools),
        ];
    }

    private IReadOnlyList<SheetValue> Row(string name, DutyFigures duty, int at, Func<char, int, SheetValue> number) =>
        [
            Of(name),
            Of(texts[duty.Duty.Label()]),
            Reckoned($"D{at}+E{at}+F{at}", duty.Asked),
            number('D', duty.Attained),
            number('E', duty.OnTrack),
            number('F', duty.AtRisk),
            number('G', duty.Exempt),
            RateOf('D', 'C', at, duty.Attained, duty.Asked),
        ];

    private static SheetValue RateOf(char part, char whole, int at, int parts, int wholes) =>
        Rate($"{part}{at}", $"{whole}{at}", wholes == 0 ? 0 : (decimal)parts / wholes);

    private string NameOf(FigureRow line) => line.IsOwn ? texts["{0}（本级）", line.Organization.Area()] : line.Organization.Area();

    private static decimal InHours(int hundredths) => hundredths / 100m;
}
