using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using Columns = TeacherGrowthHub.TrainingHours.Imports.HoursColumns;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>Rows of hours: each is held against the rules as if its teacher had claimed it, and certified in the name of the second person.</summary>
internal sealed class HoursPlanner(ImportTarget target, HoursImportData data, ImportedClaims imported) : IRowPlanner
{
    private readonly List<Claim> _claims = [];
    private Dictionary<string, TeacherHistory> _teachers = [];
    private KnownHours _known = null!;

    public async Task BeginAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await data.BeginAsync(cancellationToken);
        if (target.Writes)
            await imported.LockAsync([.. rows.Select(NumberOf).Distinct()], cancellationToken);
    }

    // The same teacher, title and days are one activity.
    public string KeyOf(ImportRow row)
    {
        return row.ShownDay(Columns.From) is { } from
            ? $"{NumberOf(row)}|{ActivityKeys.OfActivity(row.Shown(Columns.Title), from, row.ShownDay(Columns.To) ?? from)}"
            : $"{NumberOf(row)}|{row.Number}";
    }

    public async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _teachers = await data.TeachersAsync([.. rows.Select(NumberOf).Distinct()], cancellationToken);
        var days = rows.SelectMany(row => new[] { row.ShownDay(Columns.From), row.ShownDay(Columns.To) }).OfType<DateOnly>().Distinct();
        var years = days.Select(data.YearOf).OfType<SchoolYear>().Select(year => year.Id).Distinct();
        _known = await data.KnownAsync([.. _teachers.Values.Select(teacher => teacher.TeacherId)], [.. years], cancellationToken);
    }

    public PlannedRow Plan(ImportRow row)
    {
        var (teacher, path) = TeacherOf(row);
        var form = FormOf(row);
        var label = $"{teacher.Name} {form.Title}";
        var granted = row.Amount(Columns.Granted);
        var to = form.To ?? form.From!.Value;
        if (_known.Same(teacher.TeacherId, ActivityKeys.OfActivity(form.Title!, form.From!.Value, to)) is { } same)
            return Known(same, granted ?? form.Hours!.Value, teacher.TeacherNumber, label);
        var claim = ClaimOf(teacher.TeacherId, path, form, to, granted);
        claim.Reference = Typed.Optional(row.Text(Columns.Reference), nameof(Claim.Reference), "凭据编号", Claim.MaxReferenceLength);
        if (target.Writes)
            _claims.Add(claim);
        var beside = _known.Beside(teacher.TeacherId, claim.From, claim.To);
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

    private (TeacherHistory Teacher, string Path) TeacherOf(ImportRow row)
    {
        var number = row.Text(Columns.Number)!;
        // Somebody else's teachers are as if they were not there.
        if (
            _teachers.GetValueOrDefault(NumberOf(row)) is not { } teacher
            || teacher.PostOn(target.Today)?.Path is not { } path
            || !target.User.Can(HoursPermissions.Certify, path)
        )
            throw Refuse(Columns.Number, "您的认定范围内没有工号为“{0}”的在岗教师", number);
        if (row.Text(Columns.Name) is { } name && name != teacher.Name)
            throw Refuse(Columns.Name, "工号 {0} 的教师不叫“{1}”，请核对是哪一位", number, name);
        return (teacher, path);
    }

    private ClaimForm FormOf(ImportRow row)
    {
        var from = row.Day(Columns.From) ?? throw Refuse(Columns.From, "请填写开始日期");
        var to = row.Day(Columns.To);
        var kind = row.Text(Columns.Kind)!;
        return new ClaimForm(
            data.RulesOn(to ?? from)?.Rules.Kinds.FirstOrDefault(known => known.Label == kind || known.Code == kind)?.Code,
            row.Text(Columns.Title),
            row.Text(Columns.Provider),
            from,
            to,
            row.Amount(Columns.Hours) ?? throw Refuse(Columns.Hours, "请填写{0}", Columns.Hours.Header),
            row.YesOrNo(Columns.IsMentalHealth, true),
            row.YesOrNo(Columns.IsPreService, false),
            LateReason: row.Text(Columns.LateReason)
        );
    }

    private Claim ClaimOf(string teacherId, string path, ClaimForm form, DateOnly to, decimal? granted)
    {
        var year = data.YearOf(to) ?? throw Refuse(Columns.To, "{0:yyyy-MM-dd} 不在本站的学年日历里", to);
        var rules = (data.RulesOn(to) ?? throw Refuse(Columns.To, "{0} 学年还没有学时规则", year.Id)).Rules;
        var kind =
            rules.Kind(form.Kind ?? "")
            ?? throw Refuse(Columns.Kind, "{0} 学年的规则里没有这个类型，可以填：{1}", year.Id, HoursImportData.KindsOf(rules));
        if (kind.Form == ActivityForm.Achievement)
            throw Refuse(Columns.Kind, "成果折算由教师本人申报，不能批量导入");
        var claim = imported.Draft(teacherId, path, target.OwnerId, target.BatchId);
        form.Fill(claim, year, rules, target.Today);
        ClaimDecisions.Grant(claim, granted is { } hours ? Hours.Of(hours) ?? Hours.Zero : null);
        EnsureMayCertify(claim, kind, year, path);
        return claim;
    }

    private void EnsureMayCertify(Claim claim, ActivityKind kind, SchoolYear year, string path)
    {
        if (data.IsClosed(year.Id) && !target.User.Can(HoursPermissions.ManageRules, path))
            throw Refuse(Columns.To, "{0} 学年已经封存，只有市级可以写明原因后补录", year.Id);
        claim.Level = claim.StepsOf(kind)[^1];
        if (!target.User.Can(HoursPermissions.Certify, ClaimChain.ActingAt(claim.Level, path)))
            throw Refuse(Columns.Kind, "这类学时由上级认定，请由上级导入");
    }

    private static string NumberOf(ImportRow row) => row.Shown(Columns.Number);

    private static RefusedException Refuse(ImportColumn column, string text, params object[] arguments) =>
        new(text, arguments) { Field = column.Field };
}
