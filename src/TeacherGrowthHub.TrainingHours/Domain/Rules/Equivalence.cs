namespace TeacherGrowthHub.TrainingHours.Domain.Rules;

/// <summary>折算: what an achievement is worth. Of one achievement only the highest counts, once.</summary>
/// <param name="Kind">Code of an <see cref="ActivityKind"/> whose form is an achievement.</param>
/// <param name="Code">Stable code of the grade, unique within its kind: <c>county-first</c>.</param>
/// <param name="Label">Chinese name: 县级一等奖.</param>
/// <param name="Hundredths">Hours in hundredths.</param>
public sealed record Equivalence(string Kind, string Code, string Label, int Hundredths);
