using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>Moves between schools. Posts are dated and stay: a move ends one and begins another, and nothing is overwritten.</summary>
public static class TeacherMoves
{
    private const string On = "On";
    private const string School = "School";

    /// <summary>Duties that a school gives, and that end with the post there. A designation by county or city goes along.</summary>
    public static readonly DutyKind[] BoundToSchool = [DutyKind.ClassTeacher, DutyKind.FullTimePsych, DutyKind.PartTimePsych];

    /// <summary>To another school from a day on; the post before ends the day before.</summary>
    /// <param name="teacher">With posts.</param>
    /// <param name="to">The receiving school.</param>
    /// <param name="from">First day there.</param>
    /// <param name="id">Id of the new post.</param>
    public static void Transfer(this Teacher teacher, Organization to, DateOnly from, string id)
    {
        var present =
            teacher.OwnPostOn(from) ?? throw new RefusedException("{0:yyyy-MM-dd} 这一天没有在任学校，不能调动", from) { Field = On };
        if (teacher.OwnPosts().Any(post => post.From > from))
            throw new RefusedException("已经登记了更晚的调动，请先核对任职经历") { Field = On };
        if (present.OrganizationId == to.Id)
            throw new RefusedException("已经在{0}任职", to.Name) { Field = School };
        if (present.From >= from)
            throw new RefusedException("调入日期须晚于到现任学校的日期 {0:yyyy-MM-dd}", present.From) { Field = On };
        teacher.Begin(to, from, id);
        present.To = from.AddDays(-1);
        EndSecondSchools(teacher.Posts.Where(post => post.OrganizationId == to.Id), from.AddDays(-1));
    }

    /// <summary>Out of the present school, so that another may take over.</summary>
    /// <param name="teacher">With posts.</param>
    /// <param name="last">Last day at the school.</param>
    public static void Release(this Teacher teacher, DateOnly last)
    {
        var present = teacher.OwnPosts().Where(post => post.From <= last).MaxBy(post => post.From);
        if (present is null || (present.To is not null && present.To <= last))
            throw new RefusedException("{0:yyyy-MM-dd} 这一天没有在任学校，不能调出", last) { Field = On };
        present.To = last;
        EndSecondSchools(teacher.Posts, last);
        teacher.EndDuties(last, BoundToSchool);
    }

    /// <summary>Into a school, after the one before has released the teacher.</summary>
    public static void TakeOver(this Teacher teacher, Organization school, DateOnly from, string id)
    {
        var latest = teacher.OwnPosts().MaxBy(post => post.From);
        if (latest is not null && (latest.To is null || latest.To >= from))
            throw new RefusedException("这位教师还在{0}任职，请先由该校办理调出", latest.Organization!.Name) { Field = "Number" };
        teacher.Begin(school, from, id);
        teacher.Apply(teacher.Profile with { Status = TeacherStatus.InPost });
    }

    /// <summary>A post at a second school (兼任) beside the present one.</summary>
    public static void AddSecondSchool(this Teacher teacher, Organization school, DateOnly from, string id)
    {
        if (teacher.OwnPostOn(from) is null)
            throw new RefusedException("{0:yyyy-MM-dd} 这一天没有在任学校，不能登记兼任", from) { Field = On };
        if (teacher.Posts.Any(post => post.OrganizationId == school.Id && (post.To is null || post.To >= from)))
            throw new RefusedException("已经在{0}任职", school.Name) { Field = School };
        teacher.Begin(school, from, id, isSecondary: true);
    }

    /// <summary>Ends a post at a second school.</summary>
    public static void EndSecondSchool(this Teacher teacher, string postId, DateOnly last)
    {
        var post =
            teacher.Posts.SingleOrDefault(candidate => candidate.Id == postId && candidate.IsSecondary)
            ?? throw new RefusedException("没有这条兼任") { Kind = RefusalKind.NotFound };
        DutyProfile.EnsureOrder(post.From, last);
        post.To = last;
    }

    /// <summary>Out of the service: every post and duty ends, and stays in the history.</summary>
    public static void Depart(this Teacher teacher, TeacherStatus status, DateOnly last)
    {
        foreach (var post in teacher.Posts.Where(post => post.To is null || post.To > last))
        {
            if (post.From > last)
                throw new RefusedException("离开日期早于到校日期 {0:yyyy-MM-dd}", post.From) { Field = On };
            post.To = last;
        }
        teacher.EndDuties(last, Enum.GetValues<DutyKind>());
        teacher.Apply(teacher.Profile with { Status = status });
    }

    // A second school never becomes the first by itself.
    private static void EndSecondSchools(IEnumerable<TeacherPost> posts, DateOnly last)
    {
        foreach (var post in posts.Where(post => post.IsSecondary && (post.To is null || post.To > last)))
            post.To = last < post.From ? post.From : last;
    }

    private static IEnumerable<TeacherPost> OwnPosts(this Teacher teacher) => teacher.Posts.Where(post => !post.IsSecondary);

    private static TeacherPost? OwnPostOn(this Teacher teacher, DateOnly day) =>
        teacher.OwnPosts().Where(post => post.Runs(day)).MaxBy(post => post.From);

    // A post without an end must not outlive the school, even one whose closing is still to come.
    private static void Begin(this Teacher teacher, Organization school, DateOnly from, string id, bool isSecondary = false)
    {
        school.EnsureOpen(DateOnly.MaxValue, School);
        teacher.Posts.Add(
            new TeacherPost
            {
                Id = id,
                OrganizationId = school.Id,
                Organization = school,
                From = from,
                IsSecondary = isSecondary,
            }
        );
    }
}
