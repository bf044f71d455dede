using System.Linq.Expressions;

namespace TeacherGrowthHub.Kernel.Organizations;

/// <summary>
/// A place in the tree city → county → school (city-run schools directly below the city), as a materialised path of codes,
/// each ended by a slash: <c>baoshan/longyang/qinghe/</c>. A scope check is a range comparison in byte order
/// (<c>path ≤ x &lt; next(path)</c>), which both databases index; LIKE is not indexed by default on either.
/// </summary>
public static class OrganizationPath
{
    /// <summary>Longest stored path, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Whether a text may be a code: lower-case letters, digits, hyphens.</summary>
    public static bool IsCode(string code) =>
        code.Length > 0 && code.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>Whether a text may be a path: codes, each ended by a slash.</summary>
    public static bool IsPath(string? text) =>
        text is not null && text.EndsWith('/') && text.Length <= MaxLength && text[..^1].Split('/').All(IsCode);

    /// <summary>Appends a child's code.</summary>
    public static string Child(string? parent, string code) => $"{parent}{code}/";

    /// <summary>Whether <paramref name="path"/> is <paramref name="scope"/> or below it.</summary>
    public static bool Contains(string scope, string? path) => path is not null && path.StartsWith(scope, StringComparison.Ordinal);

    /// <summary>The first path after everything below <paramref name="scope"/>: '/' is followed by '0' in ASCII.</summary>
    public static string End(string scope) => scope.Length == 0 ? "\uffff" : scope[..^1] + "0";

    /// <summary>The path cut to its first <paramref name="levels"/> codes: 1 city, 2 county or city-run school.</summary>
    public static string Prefix(string path, int levels) => string.Concat(path.Split('/').Take(levels).Select(code => code + '/'));

    /// <summary>Number of codes: 1 city, 2 county or city-run school, 3 school.</summary>
    public static int Depth(string path) => path.Count(character => character == '/');

    /// <summary>The path of what lies directly above; null for a path of one code.</summary>
    public static string? Parent(string path) => Depth(path) > 1 ? Prefix(path, Depth(path) - 1) : null;

    /// <summary>Keeps the rows whose path lies in one of the scopes; no scope keeps nothing.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Expression<Func<T, string>> path, IReadOnlyCollection<string> scopes)
    {
        var row = path.Parameters[0];
        var inside = scopes
            .Select(scope => Between(path.Body, scope, End(scope)))
            .Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(inside, row));
    }

    /// <summary>Whether a path lies in <c>first ≤ path &lt; end</c>, as both databases can look it up.</summary>
    internal static Expression<Func<T, bool>> InRange<T>(Expression<Func<T, string>> path, string first, string end) =>
        Expression.Lambda<Func<T, bool>>(Between(path.Body, first, end), path.Parameters[0]);

    private static BinaryExpression Between(Expression path, string first, string end)
    {
        var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        var zero = Expression.Constant(0);
        Expression Against(string bound) => Expression.Call(compare, path, Expression.Constant(bound));
        return Expression.AndAlso(Expression.GreaterThanOrEqual(Against(first), zero), Expression.LessThan(Against(end), zero));
    }
}
