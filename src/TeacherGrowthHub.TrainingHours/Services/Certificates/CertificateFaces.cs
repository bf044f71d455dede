using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>What is to be certified in print.</summary>
/// <param name="Sequence">A line of the teacher's chain; null asks for the whole school year.</param>
public sealed record CertificateWish(string TeacherId, int SchoolYear, int? Sequence = null)
{
    public CertificateKind Kind => Sequence is null ? CertificateKind.Year : CertificateKind.Activity;
    public string Subject => Sequence is { } line ? $"line:{line}" : $"year:{SchoolYear}";
}

/// <summary>A face that is ready to be printed.</summary>
public sealed record ReadyFace(CertificateWish Wish, string Path, CertificateFace Face);

/// <summary>Writes down what certificates will say, from the ledger as it is now. Who may issue for whom is decided here.</summary>
public sealed class CertificateFaces(StandingReader standings, PeopleDirectory people, SchoolCalendar calendar)
{
    /// <summary>The faces of wishes of one school year.</summary>
    /// <exception cref="RefusedException">Own hours, a teacher outside the scope, or nothing certified.</exception>
    public async Task<IReadOnlyList<ReadyFace>> OfAsync(
        IReadOnlyList<CertificateWish> wishes,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        var found = await standings.OfAsync(
            [.. wishes.Select(wish => wish.TeacherId).Distinct()],
            [.. wishes.Select(wish => wish.SchoolYear).Distinct()],
            cancellationToken
        );
        var byKey = found.ToDictionary(standing => (standing.Teacher.TeacherId, standing.Year.Id));
        var bureaus = await BureausAsync(cancellationToken);
        var faces = new List<ReadyFace>();
        foreach (var wish in wishes)
        {
            var standing =
                byKey.GetValueOrDefault((wish.TeacherId, wish.SchoolYear)) ?? throw new RefusedException("没有这位教师，或不在您的范围内");
            var post = PostOf(standing);
            EnsureMayIssue(standing.Teacher, post.Path, officer);
            faces.Add(new ReadyFace(wish, post.Path, FaceOf(wish, standing, post, bureaus[ScopeOf(officer, post.Path)])));
        }
        return faces;
    }

    /// <summary>Whether an officer may issue for a teacher.</summary>
    /// <exception cref="RefusedException">Oneself, or somebody outside the scope.</exception>
    public static void EnsureMayIssue(TeacherHistory teacher, string path, HubUser officer)
    {
        if (!officer.Can(HoursPermissions.Issue, path))
            throw new RefusedException("没有这位教师，或不在您的范围内");
        if (teacher.TeacherId == officer.TeacherId)
            throw new RefusedException("不能给自己开具学时证明，请由其他学时管理员或上级开具");
    }

    private CertificateFace FaceOf(CertificateWish wish, TeacherStanding standing, HeldPost post, string bureau)
    {
        IReadOnlyList<DutyStanding> duties = wish.Sequence is null ? standing.Standing.Duties : [];
        var lines = standing
            .Facts.Standing.Where(line => line.SchoolYear == wish.SchoolYear && (wish.Sequence is null || line.Sequence == wish.Sequence))
            .OrderBy(line => line.From)
            .ThenBy(line => line.Sequence)
            .Select(line => LineOf(line, standing, duties))
            .ToList();
        if (lines.Count == 0)
            throw new RefusedException("{0}在这个学年还没有认定的学时", standing.Teacher.Name);
        return new CertificateFace(
            standing.Teacher.Name,
            standing.Teacher.TeacherNumber,
            post.School,
            wish.SchoolYear,
            [.. duties.Select(duty => new FaceDuty(duty.Quota.Duty, duty.Required.Hundredths, duty.Counted.Hundredths, duty.State))],
            lines,
            bureau,
            calendar.Today
        );
    }

    private static FaceLine LineOf(LedgerEntry line, TeacherStanding standing, IReadOnlyList<DutyStanding> duties) =>
        new(
            line.Sequence,
            line.Title,
            standing.Rules.Rules.Kind(line.Kind)?.Label ?? line.Kind,
            line.From,
            line.To,
            line.CountedHundredths,
            [
                .. duties.Select(duty =>
                    duty.Lines.FirstOrDefault(counted => counted.Entry.Sequence == line.Sequence)?.Counts.Hundredths ?? 0
                ),
            ]
        );

    private HeldPost PostOf(TeacherStanding standing) =>
        standing.Teacher.PostOn(calendar.Today)
        ?? standing.Teacher.Posts.MaxBy(post => post.From)
        ?? throw new RefusedException("{0}没有任职学校，不能开具证明", standing.Teacher.Name);

    // The highest authority that the officer acts for.
    private static string ScopeOf(HubUser officer, string path) =>
        officer.IsSystem
            ? OrganizationPath.Prefix(path, 1)
            : officer.Scopes(HoursPermissions.Issue).Where(scope => OrganizationPath.Contains(scope, path)).MinBy(OrganizationPath.Depth)!;

    private async Task<Dictionary<string, string>> BureausAsync(CancellationToken cancellationToken) =>
        (await people.OrganizationsAsync(cancellationToken)).ToDictionary(
            organization => organization.Path,
            organization => organization.Name
        );
}
