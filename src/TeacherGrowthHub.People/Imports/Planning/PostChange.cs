using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>What a row's school and day mean for a teacher's posts: nothing, a first post, a return, or a transfer (调动).</summary>
/// <param name="Last">The post that ends, if one does.</param>
/// <param name="From">First day of the new post.</param>
internal sealed record PostChange(TeacherPost? Last, DateOnly From)
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
        IReadOnlyList<TeacherPost> posts,
        Organization school,
        DateOnly? from,
        TeacherStatus status,
        DateOnly today
    )
    {
        if (from < Earliest || from > today.AddYears(1))
            throw Refuse("到校日期不合理：{0:yyyy-MM-dd}", from);
        var last = posts.MaxBy(post => post.From);
        var change =
            last is null ? new PostChange(null, from ?? today)
            : last.OrganizationId == school.Id ? Again(last, from, status, today)
            : Transfer(last, from);
        if (change is not null && !school.IsOpen(change.From))
            throw new RefusedException("“{0}”已撤并，不能再登记教师", school.Name) { Field = "School" };
        return change;
    }

    /// <summary>Ends the last post and begins the new one.</summary>
    public void Apply(Teacher teacher, Organization school, string id)
    {
        if (Last is not null && (Last.To is null || Last.To >= From))
            Last.To = From.AddDays(-1);
        teacher.Posts.Add(
            new TeacherPost
            {
                Id = id,
                OrganizationId = school.Id,
                From = From,
            }
        );
    }

    private static PostChange? Again(TeacherPost last, DateOnly? from, TeacherStatus status, DateOnly today)
    {
        if (from == last.From)
            return null;
        if (last.To < today && from > last.To)
            return new PostChange(null, from.Value);
        if (from is not null)
            throw Refuse("这位教师已登记自 {0:yyyy-MM-dd} 起在该单位；更正到校日期请到教师页面", last.From);
        return last.To < today && status is TeacherStatus.InPost or TeacherStatus.OnLeave
            ? throw Refuse("这位教师在该单位任职到 {0:yyyy-MM-dd} 为止；重新到岗请填到校日期", last.To)
            : null;
    }

    private static PostChange Transfer(TeacherPost last, DateOnly? from)
    {
        if (from is null)
            throw Refuse("学校与已登记的不同，是调动：请填到校日期");
        return from > last.From
            ? new PostChange(last, from.Value)
            : throw Refuse("到校日期须晚于在原单位的到校日期 {0:yyyy-MM-dd}", last.From);
    }

    private static RefusedException Refuse(string text, params object?[] arguments) => new(text, arguments!) { Field = "From" };
}
