namespace TeacherGrowthHub.TrainingHours.Domain.Figures;

/// <summary>Whole per cent of a part.</summary>
public static class Percent
{
    private const int Whole = 100;

    /// <summary>Rounded, but 100 only when nothing is missing and 0 only when there is nothing; null of an empty whole.</summary>
    public static int? Of(int part, int whole)
    {
        if (whole == 0)
            return null;
        if (part == 0 || part == whole)
            return part == 0 ? 0 : Whole;
        var rounded = (int)Math.Round(part * (decimal)Whole / whole, MidpointRounding.AwayFromZero);
        return Math.Clamp(rounded, 1, Whole - 1);
    }
}
