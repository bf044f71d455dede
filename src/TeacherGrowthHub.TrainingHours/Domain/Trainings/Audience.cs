using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>Who may come to a training.</summary>
public static class Audience
{
    /// <summary>Organisations whose teachers may come.</summary>
    public static IReadOnlyList<string> Scopes(this Training training) => training.Audience.Count > 0 ? training.Audience : [training.Path];

    /// <summary>Whether others than the running organisation's own teachers may come.</summary>
    public static bool IsOpenBeyond(this Training training) =>
        training.Scopes().Any(scope => !OrganizationPath.Contains(training.Path, scope));

    /// <summary>Why somebody may not come; null when nothing speaks against it. School and duties are those of the training's first day, or of today if it has begun.</summary>
    public static string? Objection(this Training training, TeacherHistory teacher, DateOnly day)
    {
        if (teacher.PostOn(day)?.Path is not { } school)
            return "您现在没有任教学校，不能报名";
        if (!training.Scopes().Any(scope => OrganizationPath.Contains(scope, school)))
            return "这次培训不面向您的学校";
        return training.Duties.Count > 0 && !training.Duties.Any(duty => teacher.Holds(duty, day)) ? "这次培训不面向您的职责" : null;
    }
}
