using System.Globalization;
using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.People.Domain;

/// <summary>The order in which organisations are listed.</summary>
public static class TreeOrder
{
    private const int Last = 9999;

    /// <summary>Parents before what lies below them; siblings by <see cref="Organization.Order"/>, those without one last and by their codes.</summary>
    public static IReadOnlyList<Organization> InTreeOrder(this IEnumerable<Organization> organizations)
    {
        var all = organizations.ToList();
        var orders = all.ToDictionary(organization => organization.Path, organization => organization.Order);
        return [.. all.OrderBy(organization => KeyOf(organization.Path, orders), StringComparer.Ordinal)];
    }

    private static string KeyOf(string path, Dictionary<string, int?> orders)
    {
        var places = Enumerable.Range(1, OrganizationPath.Depth(path)).Select(depth => OrganizationPath.Prefix(path, depth));
        var codes = path.Split('/');
        return string.Concat(
            places.Select(
                (place, i) => (orders.GetValueOrDefault(place) ?? Last).ToString("D4", CultureInfo.InvariantCulture) + codes[i] + '/'
            )
        );
    }
}
