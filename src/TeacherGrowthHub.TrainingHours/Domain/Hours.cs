using System.Globalization;
using System.Numerics;

namespace TeacherGrowthHub.TrainingHours.Domain;

/// <summary>学时 as an exact amount, in whole hundredths of an hour. Never 学分 (credits), never 课时 (class periods).</summary>
public readonly record struct Hours(int Hundredths)
    : IComparable<Hours>,
        IAdditionOperators<Hours, Hours, Hours>,
        ISubtractionOperators<Hours, Hours, Hours>
{
    public static readonly Hours Zero;

    /// <summary>An amount as people write it; null when it has more than two decimals or does not fit.</summary>
    public static Hours? Of(decimal hours)
    {
        var hundredths = hours * 100;
        return hundredths == decimal.Truncate(hundredths) && Math.Abs(hundredths) <= int.MaxValue ? new Hours((int)hundredths) : null;
    }

    public static Hours operator +(Hours left, Hours right) => new(checked(left.Hundredths + right.Hundredths));

    public static Hours operator -(Hours left, Hours right) => new(checked(left.Hundredths - right.Hundredths));

    public static bool operator <(Hours left, Hours right) => left.Hundredths < right.Hundredths;

    public static bool operator >(Hours left, Hours right) => left.Hundredths > right.Hundredths;

    public static bool operator <=(Hours left, Hours right) => left.Hundredths <= right.Hundredths;

    public static bool operator >=(Hours left, Hours right) => left.Hundredths >= right.Hundredths;

    public static Hours Min(Hours left, Hours right) => left < right ? left : right;

    public static Hours Max(Hours left, Hours right) => left > right ? left : right;

    public int CompareTo(Hours other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>In hours, without needless zeros: <c>28.5</c>.</summary>
    public override string ToString() => (Hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Sums of hours.</summary>
public static class HoursSum
{
    public static Hours Sum<T>(this IEnumerable<T> rows, Func<T, Hours> of) => rows.Aggregate(Hours.Zero, (total, row) => total + of(row));
}
