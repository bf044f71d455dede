using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>What every change in the tree states: from which day it holds and which document ordered it.</summary>
public sealed record OrganizationAct(DateOnly? On, string? Document = null)
{
    // The schools of the republic; anything earlier is a slip of the finger.
    private static readonly DateOnly Earliest = new(1949, 10, 1);

    /// <summary>The day; present once <see cref="Checked"/>.</summary>
    public DateOnly Day => On!.Value;

    /// <summary>The same, cleaned and held against the organisation's history: its lines follow one another.</summary>
    /// <param name="last">Day of the latest event; null without any.</param>
    /// <param name="latest">The last day that may be named.</param>
    /// <exception cref="RefusedException">With <c>On</c> or <c>Document</c> as field.</exception>
    public OrganizationAct Checked(DateOnly? last, DateOnly latest)
    {
        if (On is not { } day)
            throw new RefusedException("请填写{0}", "日期") { Field = nameof(On) };
        if (day < Earliest || day > latest)
            throw new RefusedException("日期应在 {0:yyyy-MM-dd} 到 {1:yyyy-MM-dd} 之间", Earliest, latest) { Field = nameof(On) };
        if (day < last)
            throw new RefusedException("日期早于这个单位上一次变更的日期（{0:yyyy-MM-dd}）", last) { Field = nameof(On) };
        return this with { Document = Typed.Optional(Document, nameof(Document), "文号", TeacherDuty.MaxDocumentLength) };
    }
}
