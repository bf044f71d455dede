namespace TeacherGrowthHub.People.Domain;

/// <summary>What a merger does to posts: they end the day before and go on at the successor, so that the history stays.</summary>
/// <param name="From">Id of the organisation that ends.</param>
/// <param name="To">Id of its successor.</param>
/// <param name="Day">First day at the successor.</param>
public sealed record PostTransfer(string From, string To, DateOnly Day)
{
    /// <summary>Carries one teacher's posts over, those that begin later too.</summary>
    /// <param name="teacher">With all posts.</param>
    /// <param name="newId">Gives ids.</param>
    /// <returns>Whether any post changed.</returns>
    public bool Apply(Teacher teacher, Func<string> newId)
    {
        var ending = teacher.Posts.Where(IsConcerned).ToList();
        foreach (var post in ending)
        {
            GoOn(teacher, post, newId);
            End(teacher, post);
        }
        return ending.Count > 0;
    }

    private bool IsConcerned(TeacherPost post) => post.OrganizationId == From && (post.To is null || Day <= post.To);

    private void GoOn(Teacher teacher, TeacherPost post, Func<string> newId)
    {
        var from = post.From < Day ? Day : post.From;
        if (teacher.Posts.Find(other => other.OrganizationId == To && other.Runs(from)) is { } there)
            there.IsSecondary &= post.IsSecondary;
        else if (!HasLeftFor(teacher, post, from))
            teacher.Posts.Add(Successor(teacher, post, from, newId()));
    }

    private void End(Teacher teacher, TeacherPost post)
    {
        if (post.From < Day)
            post.To = Day.AddDays(-1);
        else
            teacher.Posts.Remove(post);
    }

    // Gone elsewhere since: the main post that begins last is the present school, and a new one must not take its place.
    private bool HasLeftFor(Teacher teacher, TeacherPost post, DateOnly day) =>
        !post.IsSecondary
        && teacher.Posts.Any(other => other.OrganizationId != From && !other.IsSecondary && other.Runs(day) && other.From > post.From);

    private TeacherPost Successor(Teacher teacher, TeacherPost post, DateOnly from, string id)
    {
        var later = teacher.Posts.Where(other => other.OrganizationId == To && other.From > from).MinBy(other => other.From);
        var until = later?.From.AddDays(-1);
        return new TeacherPost
        {
            Id = id,
            OrganizationId = To,
            From = from,
            IsSecondary = post.IsSecondary,
            To = until is null || post.To < until ? post.To : until,
        };
    }
}
