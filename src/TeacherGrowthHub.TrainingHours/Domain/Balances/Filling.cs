namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>How many of some trainings fill what is missing.</summary>
public static class Filling
{
    /// <summary>The smallest number of which any choice is enough; null when all together are not.</summary>
    public static int? AnyOf(IEnumerable<Hours> trainings, Hours missing)
    {
        var sum = Hours.Zero;
        var count = 0;
        foreach (var hours in trainings.Order())
        {
            if (sum >= missing)
                break;
            sum += hours;
            count++;
        }
        return sum >= missing ? count : null;
    }
}
