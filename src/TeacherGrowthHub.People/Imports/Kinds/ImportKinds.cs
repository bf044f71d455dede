using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People.Imports.Kinds;

/// <summary>The kinds of workbooks that the modules brought.</summary>
public sealed class ImportKinds(IEnumerable<IImportKind> kinds)
{
    private readonly List<IImportKind> _kinds = [.. kinds.OrderBy(kind => kind.Order)];

    /// <summary>The kinds somebody may import somewhere.</summary>
    public IReadOnlyList<IImportKind> For(HubUser user) => [.. _kinds.Where(kind => user.Can(kind.Permission))];

    /// <exception cref="RefusedException">There is no such kind.</exception>
    public IImportKind Of(string? code) =>
        _kinds.Find(kind => string.Equals(kind.Code, code, StringComparison.OrdinalIgnoreCase))
        ?? throw new RefusedException("没有这种工作簿") { Kind = RefusalKind.NotFound };
}
