using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>What a teacher may hold beside what is held already, and how a duty ends.</summary>
public static class DutyRules
{
    /// <summary>Adds a duty that has been <see cref="DutyProfile.Checked"/>.</summary>
    /// <exception cref="RefusedException">The same duty is held in that time; a class teacher may have several classes.</exception>
    public static TeacherDuty AddDuty(this Teacher teacher, DutyProfile profile, string id)
    {
        if (teacher.Duties.FirstOrDefault(held => IsSame(held, profile) && Overlaps(held, profile)) is { } twice)
            throw new RefusedException("{0}已有登记（自 {1:yyyy-MM-dd} 起），请先结束原来的一条", profile.Kind.Label(), twice.From)
            {
                Field = nameof(DutyProfile.From),
            };
        var duty = new TeacherDuty
        {
            Id = id,
            Kind = profile.Kind,
            From = profile.From,
            To = profile.To,
            Document = profile.Document,
            ClassName = profile.ClassName,
        };
        teacher.Duties.Add(duty);
        return duty;
    }

    /// <summary>Ends a duty. It stays in the history.</summary>
    /// <param name="duty">A duty that is open or ends later.</param>
    /// <param name="last">Its last day.</param>
    public static void EndOn(this TeacherDuty duty, DateOnly last)
    {
        DutyProfile.EnsureOrder(duty.From, last);
        if (duty.To < last)
            throw new RefusedException("这项职责已于 {0:yyyy-MM-dd} 结束", duty.To) { Field = nameof(TeacherDuty.To) };
        duty.To = last;
    }

    /// <summary>Ends what runs after that day of the given kinds; what would only begin later never begins.</summary>
    public static void EndDuties(this Teacher teacher, DateOnly last, params DutyKind[] kinds)
    {
        foreach (var duty in teacher.Duties.Where(duty => kinds.Contains(duty.Kind) && (duty.To is null || duty.To > last)).ToList())
        {
            if (duty.From <= last)
                duty.To = last;
            else
                teacher.Duties.Remove(duty);
        }
    }

    private static bool IsSame(TeacherDuty held, DutyProfile wanted) =>
        held.Kind == wanted.Kind && (wanted.Kind != DutyKind.ClassTeacher || held.ClassName == wanted.ClassName);

    private static bool Overlaps(TeacherDuty held, DutyProfile wanted) =>
        (held.To is null || wanted.From <= held.To) && (wanted.To is null || held.From <= wanted.To);
}
