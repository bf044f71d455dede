using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>Organisations by path, id and name.</summary>
internal sealed class OrganizationIndex
{
    private readonly Dictionary<string, Organization> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organization> _byId = [];
    private readonly Dictionary<string, List<Organization>> _byName = [];

    public static async Task<OrganizationIndex> LoadAsync(IQueryable<Organization> organizations, CancellationToken cancellationToken)
    {
        var index = new OrganizationIndex();
        await foreach (var organization in organizations.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            index.Add(organization);
        return index;
    }

    public IEnumerable<Organization> All => _byPath.Values;

    public void Add(Organization organization)
    {
        _byPath[organization.Path] = _byId[organization.Id] = organization;
        var name = Typed.Clean(organization.Name) ?? "";
        if (!_byName.TryGetValue(name, out var same))
            _byName[name] = same = [];
        same.Add(organization);
    }

    /// <summary>Those that exist and lie where the permission is held, in the order of the tree.</summary>
    public IEnumerable<Organization> Open(HubUser user, string permission) =>
        All.InTreeOrder().Where(organization => organization.ClosedOn is null && user.Can(permission, organization.Path));

    public Organization? OfId(string id) => _byId.GetValueOrDefault(id);

    /// <summary>By path, with or without the last slash.</summary>
    public Organization? OfPath(string path) => _byPath.GetValueOrDefault(path.EndsWith('/') ? path : path + '/');

    public IReadOnlyList<Organization> Named(string name) => _byName.GetValueOrDefault(name) ?? [];

    /// <summary>The place of work that a cell names, by path or by its exact name within the scope.</summary>
    /// <exception cref="RefusedException">None, several, or outside the scope.</exception>
    public Organization Find(string text, HubUser user, string permission)
    {
        if (OfPath(text) is { } direct)
            return user.Can(permission, direct.Path) ? direct : throw Refuse("“{0}”不在您的管理范围内", text);
        var found = Named(text).Where(organization => user.Can(permission, organization.Path)).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw Refuse("在您的管理范围内没有名为“{0}”的单位", text),
            _ => throw Refuse("有 {0} 个单位都叫“{1}”，请改填路径代码，如 {2}", found.Count, text, found[0].Path.TrimEnd('/')),
        };
    }

    /// <summary>How workbooks name it: by its name where that is unique, else by its path.</summary>
    public string WordFor(Organization organization) =>
        Named(Typed.Clean(organization.Name) ?? "").Count == 1 ? organization.Name : organization.Path.TrimEnd('/');

    private static RefusedException Refuse(string text, params object[] arguments) => new(text, arguments) { Field = "School" };
}
