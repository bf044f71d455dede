using System.Globalization;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>The year's plan with its progress as a workbook.</summary>
public sealed class PlanWorkbook(TrainingPlans plans, IStringLocalizer texts)
{
    /// <returns>The workbook, to be read from its beginning.</returns>
    public async Task<Stream> CreateAsync(string path, int schoolYear, HubUser user, CancellationToken cancellationToken)
    {
        var lines = await plans.OfAsync(path, schoolYear, user, cancellationToken);
        (string Header, bool IsNumber)[] columns =
        [
            (texts["月份"], true),
            (texts["培训名称"], false),
            (texts["类型"], false),
            (texts["面向职责"], false),
            (texts["每场学时"], false),
            (texts["计划场次"], true),
            (texts["已办场次"], true),
            (texts["计划人数"], true),
            (texts["参训人数"], true),
        ];
        return await PlainWorkbook.WriteAsync(texts["年度培训计划"], columns, lines.Select(RowOf), cancellationToken);
    }

    private IReadOnlyList<string?> RowOf(PlanLine line) =>
        [
            Number(line.Item.Month),
            line.Item.Title,
            texts[line.KindLabel],
            line.Item.DutyWords(texts),
            line.Item.Hours.ToString(),
            Number(line.Item.Times),
            Number(line.Held),
            Number(line.Item.Persons),
            Number(line.Attended),
        ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
