namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>Declares that a page is the person's alone: nobody opens it while acting for another (passwords, sessions, own data).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NotWhenActingAttribute : Attribute;
