using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>The counties as tiles that lie as on the map.</summary>
public static class TileMap
{
    private static readonly int[] Steps = [55, 60, 70, 80];

    /// <summary>Tiles in their order, null for a place that stays free; counties that the settings do not know come last.</summary>
    public static IReadOnlyList<FigureRow?> Of(FigureSettings settings, IReadOnlyList<FigureRow> below)
    {
        var counties = below.Where(row => row.Organization.Kind == OrganizationKind.County && !row.IsOwn).ToList();
        var placed = settings.Tiles.Select(code => counties.Find(row => row.Organization.Code == code)).ToList();
        return [.. placed, .. counties.Except(placed)];
    }

    /// <summary>The shade of a rate, <c>m1</c> to <c>m5</c>.</summary>
    public static string Shade(int? rate) => "m" + (1 + Steps.Count(step => rate >= step));
}
