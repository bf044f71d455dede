using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Kernel.Settings;

/// <summary>A section of settings whose values must keep a rule; asked before it is stored, by whichever way.</summary>
public interface ICheckedSettings
{
    /// <exception cref="RefusedException">A value breaks the rule.</exception>
    void Check();
}
