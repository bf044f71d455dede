namespace TeacherGrowthHub.TrainingHours.Domain.Figures;

/// <summary>Settings section: how figures are shown.</summary>
public sealed class FigureSettings
{
    /// <summary>Codes of the counties in the order of their tiles, three a row, so that they lie as on the map; an empty code leaves a place free.</summary>
    public List<string> Tiles { get; set; } = ["tengchong", "longyang", "", "longling", "shidian", "changning"];
}
