using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>What a row's school and day mean for a teacher's own posts: nothing, a first post, a return, or a transfer (调动).</summary>
/// <param name="From">First day of the new post.</param>
/// <param name="IsTransfer">Another school is left for it.</param>
internal sealed record PostChange(DateOnly From, bool IsTransfer)
{
    private static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <param name="posts">All posts of the teacher.</param>
    /// <param name="school">The school of the row.</param>
    /// <param name="from">The day of the row; null when none was written.</param>
    /// <param name="status">The teacher's status after the row.</param>
    /// <param name="today">In Asia/Shanghai.</param>
    /// <returns>Null when the posts stay as they are.</returns>
    /// <exception cref="RefusedException">A transfer without a day, or days that cannot be.</exception>
    public static PostChange? Plan(
        IEnumerable<TeacherPost> posts,
        Organization school,
        DateOnly? from,
        TeacherStatus status,
        DateOnly today
    )
    {
        if (from < Earliest || from > today.AddYears(1))
            throw Refuse("到校日期不合理：{0:yyyy-MM-dd}", from);
        var last = posts.Where(post => !post.IsSecondary).MaxBy(post => post.From);
        var change =
            last is null ? new PostChange(from ?? today, false)
            : last.OrganizationId == school.Id ? Again(last, from, status, today)
            : Elsewhere(last, from);
        return change is null || school.IsSchool
            ? change
            : throw new RefusedException("“{0}”不是学校，不能登记教师", school.Name) { Field = "School" };
    }

    /// <summary>Ends what ends and begins the new post; what the old school gave ends with it.</summary>
    public void Apply(Teacher teacher, Organization school, string id)
    {
        if (IsTransfer)
        {
            teacher.Transfer(school, From, id);
            teacher.EndDuties(From.AddDays(-1), TeacherMoves.BoundToSchool);
        }
        else
            teacher.TakeOver(school, From, id);
        // The organisation is none of this context's; its id says all.
        teacher.Posts[^1].Organization = null;
    }

    private static PostChange? Again(TeacherPost last, DateOnly? from, TeacherStatus status, DateOnly today)
    {
        if (from == last.From)
            return null;
        if (last.To < today && from > last.To)
            return new PostChange(from.Value, false);
        if (from is not null)
            throw Refuse("这位教师已登记自 {0:yyyy-MM-dd} 起在该单位；更正到校日期请到教师页面", last.From);
        return last.To < today && status is TeacherStatus.InPost or TeacherStatus.OnLeave
            ? throw Refuse("这位教师在该单位任职到 {0:yyyy-MM-dd} 为止；重新到岗请填到校日期", last.To)
            : null;
    }

    private static PostChange Elsewhere(TeacherPost last, DateOnly? from)
    {
        if (from is null)
            throw Refuse("学校与已登记的不同，是调动：请填到校日期");
        return from > last.From
            ? new PostChange(from.Value, last.To is null || last.To >= from)
            : throw Refuse("到校日期须晚于在原单位的到校日期 {0:yyyy-MM-dd}", last.From);
    }

    private static RefusedException Refuse(string text, params object?[] arguments) => new(text, arguments!) { Field = "On" };
}
