using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;
using Columns = TeacherGrowthHub.People.Imports.Planning.ImportColumns.Organizations;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>Rows of organisations: creates them and corrects their attributes; never moves, merges or closes.</summary>
internal sealed class OrganizationPlanner(ImportTarget target, TimeProvider clock) : IRowPlanner
{
    private static readonly char[] Separators = ['、', ',', ';', '/', ' ', '|'];
    private OrganizationIndex? _index;
    private Dictionary<string, Organization> _loaded = [];

    public string KeyOf(ImportRow row) => PathOf(row);

    public async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _index ??= await OrganizationIndex.LoadAsync(target.Query<Organization>(), cancellationToken);
        var paths = rows.Select(PathOf).ToList();
        _loaded = await target
            .Query<Organization>()
            .Where(organization => paths.Contains(organization.Path))
            .ToDictionaryAsync(organization => organization.Path, cancellationToken);
    }

    public PlannedRow Plan(ImportRow row)
    {
        var code = OrganizationPlace.CheckedCode(row.Text(Columns.Code));
        var parent =
            _index!.OfPath(row.Text(Columns.Parent)!)
            ?? throw Refuse(Columns.Parent, "没有路径为“{0}”的上级单位；若它也在本表中，请放到前面", row.Text(Columns.Parent)!);
        var kind = row.Choice(Columns.Kind, KindLabels.Parse)!.Value;
        var path = OrganizationPath.Child(parent.Path, code);
        return _loaded.TryGetValue(path, out var organization) ? Change(row, organization, kind) : Create(row, code, parent, kind, path);
    }

    private PlannedRow Change(ImportRow row, Organization organization, OrganizationKind kind)
    {
        if (!target.User.MayEdit(organization))
            throw Refuse(Columns.Code, "“{0}”不在您的管理范围内", organization.Name);
        organization.EnsureOpen(target.Today, Columns.Code.Field);
        if (organization.Kind != kind)
            throw Refuse(Columns.Kind, "“{0}”的类型不能通过导入修改", organization.Name);
        var before = organization.Profile;
        var after = ProfileOf(row, before).CheckedFor(kind);
        if (after.Name != Typed.Clean(before.Name) && !target.User.MayManage(organization))
            throw Refuse(Columns.Name, "单位名称由上级单位修改");
        var changes = Changes.Between(Changes.Values(before), Changes.Values(after));
        if (changes.Count > 0)
        {
            organization.Apply(after);
            target.Record("Organization.Changed", nameof(Organization), organization.Id, before, after, organization.Path);
            if (before.Name != after.Name)
                AddEvent(organization, OrganizationEventKind.Renamed, before.Name);
        }
        return new PlannedRow(organization.Code, organization.Name, changes);
    }

    private PlannedRow Create(ImportRow row, string code, Organization parent, OrganizationKind kind, string path)
    {
        if (!target.User.MayManageBelow(parent))
            throw Refuse(Columns.Parent, "您不能在“{0}”下新建单位", parent.Name);
        OrganizationPlace.EnsureMayLieBelow(kind, code, parent, target.Today);
        var profile = ProfileOf(row, new OrganizationProfile(null, [])).CheckedFor(kind);
        CheckNotThere(profile.Name!, code, parent);
        var organization = new Organization
        {
            Id = HubId.New(clock),
            Code = code,
            Name = profile.Name!,
            Kind = kind,
            ParentId = parent.Id,
            Path = path,
        };
        organization.Apply(profile);
        target.Add(organization);
        AddEvent(organization, OrganizationEventKind.Created, null);
        target.Record("Organization.Created", nameof(Organization), organization.Id, null, new { organization.Kind, profile }, path);
        _index!.Add(organization);
        return new PlannedRow(code, organization.Name, null);
    }

    // A known name in another place is a move or a slip of the code, not a second school.
    private void CheckNotThere(string name, string code, Organization parent)
    {
        foreach (var same in _index!.Named(name))
        {
            if (same.ParentId == parent.Id)
                throw Refuse(Columns.Code, "“{0}”已经有同名单位，代码是 {1}", parent.Name, same.Code);
            if (same.Code == code)
                throw Refuse(Columns.Parent, "“{0}”已登记在 {1} 下；调整隶属关系请到“单位”页面办理，导入不移动单位", name, same.Path);
        }
    }

    private static OrganizationProfile ProfileOf(ImportRow row, OrganizationProfile now) =>
        new(
            row.Text(Columns.Name),
            StagesOf(row, now.Stages),
            row.YesOrNo(Columns.Urban, now.IsUrban),
            row.YesOrNo(Columns.Legal, now.IsLegalPerson),
            row.YesOrNo(Columns.Boarding, now.IsBoarding),
            row.Count(Columns.Classes, now.Classes),
            row.Count(Columns.Students, now.Students),
            row.Count(Columns.Autumn, now.AutumnWeeks),
            row.Count(Columns.Spring, now.SpringWeeks)
        );

    private static IReadOnlyList<string> StagesOf(ImportRow row, IReadOnlyList<string> now) =>
        row.Text(Columns.Stages) switch
        {
            null => now,
            Workbooks.WorkbookWords.Clear => [],
            var text => [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(StageCodes.Of)],
        };

    private void AddEvent(Organization organization, OrganizationEventKind kind, string? before) =>
        target.Add(
            new OrganizationEvent
            {
                Id = HubId.New(clock),
                OrganizationId = organization.Id,
                Kind = kind,
                On = target.Today,
                Before = before,
                After = organization.Name,
            }
        );

    private static string PathOf(ImportRow row) =>
        OrganizationPath.Child(row.Shown(Columns.Parent).TrimEnd('/') + '/', row.Shown(Columns.Code));

    private static RefusedException Refuse(ImportColumn column, string text, params object[] arguments) =>
        new(text, arguments) { Field = column.Field };
}
