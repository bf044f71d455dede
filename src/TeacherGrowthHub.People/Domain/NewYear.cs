using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>A line of the sheet on which a school begins a school year.</summary>
/// <param name="Key">Names the line in the form.</param>
/// <param name="Teacher">Whose it is.</param>
/// <param name="Kind">The duty.</param>
/// <param name="Duty">As held so far; null for a teacher in post without any, who becomes a subject teacher unless the school says otherwise.</param>
public sealed record YearLine(string Key, Teacher Teacher, DutyKind Kind, TeacherDuty? Duty);

/// <summary>What a school has ticked.</summary>
/// <param name="Kept">Keys of the lines that go on.</param>
/// <param name="Classes">Class names by key: of class teachers, and of teachers who become one.</param>
public sealed record YearChoice(IReadOnlySet<string> Kept, IReadOnlyDictionary<string, string> Classes);

/// <summary>One thing the new year changed.</summary>
public sealed record YearChange(string TeacherNumber, DutyKind Kind, string? ClassName, DateOnly? Began, DateOnly? Ended);

/// <summary>
/// Carries duties into a school year (policy item 三: quotas are by school year). A class is of one year: last year's duty ends on that year's
/// last day, and another begins on the first day of this one. What is a designation or an appointment goes on until it is ended.
/// </summary>
/// <param name="start">First day of the school year.</param>
/// <param name="today">A day of that year.</param>
/// <param name="isConfirmed">Whether the year was confirmed before: what changes then, changes today, not on the first day.</param>
public sealed class NewYear(DateOnly start, DateOnly today, bool isConfirmed)
{
    private const string NoDuty = "new-";
    private readonly List<YearChange> _changes = [];

    /// <summary>What <see cref="Apply"/> has done.</summary>
    public IReadOnlyList<YearChange> Changes => _changes;

    private DateOnly Eve => start.AddDays(-1);

    /// <summary>The lines of a teacher in post.</summary>
    public IReadOnlyList<YearLine> LinesOf(Teacher teacher)
    {
        List<YearLine> lines =
        [
            .. teacher
                .Duties.Where(duty => duty.Kind != DutyKind.NewTeacher && (duty.Runs(today) || IsLastYears(teacher, duty)))
                .OrderBy(duty => duty.Kind)
                .ThenBy(duty => duty.ClassName, StringComparer.Ordinal)
                .Select(duty => new YearLine(duty.Id, teacher, duty.Kind, duty)),
        ];
        return lines.Count > 0 ? lines : [new YearLine(NoDuty + teacher.Id, teacher, DutyKind.SubjectTeacher, null)];
    }

    /// <summary>Does what the school has ticked to one teacher.</summary>
    /// <exception cref="RefusedException">A class teacher without a class; nothing may be stored then.</exception>
    public void Apply(Teacher teacher, YearChoice choice, Func<string> newId)
    {
        foreach (var line in LinesOf(teacher))
        {
            var className = Typed.Clean(choice.Classes.GetValueOrDefault(line.Key));
            if (!choice.Kept.Contains(line.Key))
                End(line);
            else if (line.Kind == DutyKind.ClassTeacher)
                KeepClass(line, className, newId);
            else if (line.Kind == DutyKind.SubjectTeacher)
                KeepSubject(line, className, newId);
        }
    }

    // Ended with last year, in advance, and not yet replaced.
    private bool IsLastYears(Teacher teacher, TeacherDuty duty) =>
        !isConfirmed
        && duty.Kind is DutyKind.ClassTeacher or DutyKind.SubjectTeacher
        && duty.Runs(Eve)
        && !teacher.Duties.Any(other => other.Kind == duty.Kind && other.From >= start);

    private void KeepClass(YearLine line, string? className, Func<string> newId)
    {
        var duty = line.Duty!;
        if (className is null)
            throw new RefusedException("请填写{0}担任班主任的班级", line.Teacher.Name) { Field = "class-" + line.Key };
        if (duty.From < start)
        {
            EndOn(line, Eve);
            Begin(line.Teacher, DutyKind.ClassTeacher, className, newId);
        }
        else if (duty.ClassName != className)
        {
            duty.ClassName = new DutyProfile(duty.Kind, duty.From, duty.To, duty.Document, className).Checked(today).ClassName;
            _changes.Add(new YearChange(line.Teacher.TeacherNumber, duty.Kind, className, duty.From, duty.To));
        }
    }

    // Who gets a class is no longer among "every other teacher".
    private void KeepSubject(YearLine line, string? className, Func<string> newId)
    {
        if (className is not null)
        {
            End(line);
            Begin(line.Teacher, DutyKind.ClassTeacher, className, newId);
        }
        else if (line.Duty is null || !line.Duty.Runs(today))
            Begin(line.Teacher, DutyKind.SubjectTeacher, null, newId);
    }

    private void End(YearLine line) => EndOn(line, isConfirmed || line.Duty?.From >= start ? today.AddDays(-1) : Eve);

    private void EndOn(YearLine line, DateOnly last)
    {
        if (line.Duty is not { } duty || duty.To <= last)
            return;
        duty.To = last < duty.From ? duty.From : last;
        _changes.Add(new YearChange(line.Teacher.TeacherNumber, duty.Kind, duty.ClassName, null, duty.To));
    }

    private void Begin(Teacher teacher, DutyKind kind, string? className, Func<string> newId)
    {
        var first = isConfirmed ? today : start;
        if (teacher.PostOn(today) is { } post && post.From > first)
            first = post.From;
        teacher.AddDuty(new DutyProfile(kind, first, ClassName: className).Checked(today), newId());
        _changes.Add(new YearChange(teacher.TeacherNumber, kind, className, first, null));
    }
}
