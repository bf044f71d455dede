using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>A duty as a school or bureau writes it down: forms and workbooks come through here.</summary>
public sealed record DutyProfile(DutyKind Kind, DateOnly From, DateOnly? To = null, string? Document = null, string? ClassName = null)
{
    private const int LongestClassName = 40;
    private static readonly DateOnly Earliest = new(1980, 1, 1);

    /// <summary>The same, cleaned and held against the rules (policy item 三).</summary>
    /// <param name="today">Duties begin at most a year from now.</param>
    /// <exception cref="RefusedException">With the property's name as field.</exception>
    public DutyProfile Checked(DateOnly today)
    {
        if (From < Earliest || From > today.AddYears(1))
            throw new RefusedException("开始日期不合理：{0:yyyy-MM-dd}", From) { Field = nameof(From) };
        EnsureOrder(From, To);
        var document = Typed.Optional(Document, nameof(Document), "文号", TeacherDuty.MaxDocumentLength);
        if (document is null && TeacherDuty.NeedsDocument(Kind))
            throw new RefusedException("{0}须写明认定或聘任的文号", Kind.Label()) { Field = nameof(Document) };
        return this with { Document = document, ClassName = CheckedClass() };
    }

    /// <summary>Refuses a last day before the first.</summary>
    public static void EnsureOrder(DateOnly from, DateOnly? to)
    {
        if (to < from)
            throw new RefusedException("结束日期早于开始日期") { Field = nameof(To) };
    }

    private string? CheckedClass()
    {
        var name = Typed.Optional(ClassName, nameof(ClassName), "班级", LongestClassName);
        return Kind == DutyKind.ClassTeacher && name is null
            ? throw new RefusedException("班主任须写明班级") { Field = nameof(ClassName) }
            : name;
    }
}
