namespace TeacherGrowthHub.People.Domain;

/// <summary>What a merger does to posts: they end the day before and begin anew at the successor, so that the history stays.</summary>
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
            var next = Next(teacher, post, newId);
            if (post.From < Day)
                post.To = Day.AddDays(-1);
            else
                teacher.Posts.Remove(post);
            if (next is not null)
                teacher.Posts.Add(next);
        }
        return ending.Count > 0;
    }

    private bool IsConcerned(TeacherPost post) => post.OrganizationId == From && (post.To is null || Day <= post.To);

    private TeacherPost? Next(Teacher teacher, TeacherPost post, Func<string> newId)
    {
        var from = post.From < Day ? Day : post.From;
        var others = teacher.Posts.Where(other => other.OrganizationId != From).ToList();
        if (others.FirstOrDefault(other => other.OrganizationId == To && other.Runs(from)) is { } there)
        {
            there.IsSecondary &= post.IsSecondary;
            return null;
        }
        // Gone elsewhere since: the main post that begins last is the present school, and a new one must not take its place.
        if (!post.IsSecondary && others.Any(other => !other.IsSecondary && other.Runs(from) && other.From > post.From))
            return null;
        var later = others.Where(other => other.OrganizationId == To && other.From > from).MinBy(other => other.From);
        var until = later?.From.AddDays(-1);
        return new TeacherPost
        {
            Id = newId(),
            OrganizationId = To,
            From = from,
            IsSecondary = post.IsSecondary,
            To = until is null || post.To < until ? post.To : until,
        };
    }
}
