namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>On a page that is open although a new password or a second factor is still owed: where that is done, and the way out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowUnfinishedAccountAttribute : Attribute;
