namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Posts or duties of teachers have changed: what other modules reckon from them must follow.</summary>
public sealed record TeachersChanged(IReadOnlyCollection<string> TeacherIds);
