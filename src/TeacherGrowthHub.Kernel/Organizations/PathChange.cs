using System.Linq.Expressions;

namespace TeacherGrowthHub.Kernel.Organizations;

/// <summary>An organisation's path has become another: everything stored under it follows.</summary>
/// <param name="From">Path before.</param>
/// <param name="To">Path from now on.</param>
/// <param name="WithBelow">Whether what lies below goes along (a move) or stays (a merger, in which only the organisation itself ends).</param>
public sealed record PathChange(string From, string To, bool WithBelow)
{
    // '!' sorts after the end of the path and before every character of a code.
    private string End => WithBelow ? OrganizationPath.End(From) : From + "!";

    /// <summary>The rows it concerns.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> rows, Expression<Func<T, string>> path) =>
        rows.Where(OrganizationPath.InRange(path, From, End));

    /// <summary>What a path below <see cref="From"/> becomes.</summary>
    public string Apply(string path) => To + path[From.Length..];
}
