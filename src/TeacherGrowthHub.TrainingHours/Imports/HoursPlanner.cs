using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using Columns = TeacherGrowthHub.TrainingHours.Imports.HoursColumns;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>Rows of hours: each is held against the rules as if its teacher had claimed it, and certified in the name of the second person.</summary>
internal sealed class HoursPlanner(ImportTarget target, HoursImportData data, OutsideHours outside, ImportedClaims imported) : IRowPlanner
{
    private readonly List<Claim> _claims = [];

    public async Task BeginAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await data.BeginAsync(cancellationToken);
        if (target.Writes)
            await imported.LockAsync([.. rows.Select(NumberOf).Distinct()], cancellationToken);
    }

    // The same teacher, title and days are one activity.
    public string KeyOf(ImportRow row) =>
        row.ShownDay(Columns.From) is { } from
            ? $"{NumberOf(row)}|{ActivityKeys.OfActivity(row.Shown(Columns.Title), from, row.ShownDay(Columns.To) ?? from)}"
            : $"{NumberOf(row)}|{row.Number}";

    public Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) =>
        data.LoadAsync(
            [.. rows.Select(NumberOf).Distinct()],
            [.. rows.SelectMany(row => new[] { row.ShownDay(Columns.From), row.ShownDay(Columns.To) }).OfType<DateOnly>().Distinct()],
            cancellationToken
        );

    public PlannedRow Plan(ImportRow row)
    {
        var hour = HourOf(row);
        var (teacher, path) = outside.TeacherOf(hour, target.User, HoursPermissions.Certify);
        var label = $"{teacher.Name} {hour.Title}";
        if (data.Known.Same(teacher.TeacherId, ActivityKeys.OfActivity(hour.Title!, hour.From, hour.LastDay)) is { } same)
            return Known(same, hour.Granted ?? hour.Hours, teacher.TeacherNumber, label);
        var claim = imported.Draft(teacher.TeacherId, path, target);
        outside.Fill(claim, hour);
        EnsureMayCertify(claim, path);
        if (target.Writes)
            _claims.Add(claim);
        var beside = data.Known.Beside(teacher.TeacherId, claim.From, claim.To);
        return new PlannedRow(
            teacher.TeacherNumber,
            label,
            null,
            Remark: beside is null ? null : new WorkbookNote("与“{0}”（{1}）时间重叠", beside.Title, $"{beside.From:yyyy-MM-dd}")
        );
    }

    public async Task StoredAsync(CancellationToken cancellationToken)
    {
        if (target.Writes && _claims.Count > 0)
            await imported.CertifyAsync(_claims, target.User, cancellationToken);
        _claims.Clear();
    }

    public Task EndAsync(CancellationToken cancellationToken) =>
        target.Writes ? imported.FollowAsync(cancellationToken) : Task.CompletedTask;

    // Nothing is certified twice; another amount is a correction, which is made on the claim.
    private static PlannedRow Known(KnownActivity same, decimal hours, string number, string label) =>
        same.Certified is not { } certified ? throw Refuse(Columns.Title, "这位教师已经申报了这项活动，正在等待认定")
        : Hours.Of(hours) == certified ? new PlannedRow(number, label, [])
        : throw Refuse(Columns.Hours, "这项活动已经认定 {0} 学时；要更正，请在已认定的申报里更正", certified.ToString());

    private static OutsideHour HourOf(ImportRow row) =>
        new(
            row.Text(Columns.Number)!,
            row.Text(Columns.Name),
            row.Text(Columns.Kind),
            row.Text(Columns.Title),
            row.Text(Columns.Provider),
            row.Day(Columns.From) ?? throw Refuse(Columns.From, "请填写开始日期"),
            row.Day(Columns.To),
            row.Amount(Columns.Hours) ?? throw Refuse(Columns.Hours, "请填写{0}", Columns.Hours.Header),
            row.Amount(Columns.Granted),
            row.YesOrNo(Columns.IsMentalHealth, true),
            row.YesOrNo(Columns.IsPreService, false),
            row.Text(Columns.Reference),
            row.Text(Columns.LateReason)
        );

    private void EnsureMayCertify(Claim claim, string path)
    {
        if (data.IsClosed(claim.SchoolYear) && !target.User.Can(HoursPermissions.ManageRules, path))
            throw Refuse(Columns.To, "{0} 学年已经封存，只有市级可以写明原因后补录", claim.SchoolYear);
        if (!target.User.Can(HoursPermissions.Certify, ClaimChain.ActingAt(claim.Level, path)))
            throw Refuse(Columns.Kind, "这类学时由上级认定，请由上级导入");
    }

    private static string NumberOf(ImportRow row) => row.Shown(Columns.Number);

    private static RefusedException Refuse(ImportColumn column, string text, params object[] arguments) =>
        new(text, arguments) { Field = column.Field };
}
