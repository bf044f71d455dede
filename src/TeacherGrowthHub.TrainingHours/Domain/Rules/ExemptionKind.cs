namespace TeacherGrowthHub.TrainingHours.Domain.Rules;

/// <summary>A reason for which the county may waive the requirement of a school year (产假, 病假满一学期, 当年退休, 借调).</summary>
public sealed record ExemptionKind(string Code, string Label);
