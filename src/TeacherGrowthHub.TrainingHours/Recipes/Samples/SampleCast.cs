using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.TrainingHours.Recipes.Samples;

/// <summary>Who acts in the samples, and on which days.</summary>
public sealed class SampleCast(TeacherHistories histories, TeacherLookup lookup, AccountGrants accounts, SchoolCalendar calendar)
{
    private const int Page = 1_000;

    private Dictionary<string, TeacherHistory> _byNumber = [];
    private Dictionary<string, string> _accounts = [];
    private IReadOnlyList<SchoolYear> _years = [];

    /// <summary>The officer who plans, closes and certifies.</summary>
    public HubUser Officer { get; private set; } = HubUser.Guest;

    /// <summary>Everybody, by number.</summary>
    public IEnumerable<TeacherHistory> Everybody => _byNumber.Values.OrderBy(teacher => teacher.TeacherNumber, StringComparer.Ordinal);

    /// <summary>The present school year.</summary>
    public SchoolYear Present => Year(0);

    /// <param name="officerId">Account of the officer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RefusedException">There is no such account, or no school year today.</exception>
    public async Task GatherAsync(string officerId, CancellationToken cancellationToken)
    {
        Officer = await accounts.UserAsync(officerId, cancellationToken) ?? throw new RefusedException("没有编号为 {0} 的账号", officerId);
        _years = await calendar.YearsAsync(cancellationToken);
        var all = new List<TeacherHistory>();
        for (var after = ""; await histories.IdsAfterAsync(after, Page, cancellationToken) is { Count: > 0 } page; after = page[^1])
            all.AddRange((await histories.OfAsync(page, cancellationToken)).Values);
        _byNumber = all.ToDictionary(teacher => teacher.TeacherNumber);
        _accounts = await lookup.AccountsAsync([.. all.Select(teacher => teacher.TeacherId)], cancellationToken);
    }

    /// <summary>The teacher as the one who acts.</summary>
    /// <exception cref="RefusedException">There is none with this number.</exception>
    public HubUser Teacher(string number)
    {
        var teacher = _byNumber.GetValueOrDefault(number) ?? throw new RefusedException("没有工号为“{0}”的教师", number);
        var school = teacher.PostOn(calendar.Today)?.Path;
        return new HubUser(_accounts.GetValueOrDefault(teacher.TeacherId), teacher.TeacherId, teacher.Name, school, []);
    }

    /// <summary>A school year, counted back from the present one.</summary>
    /// <exception cref="RefusedException">The calendar does not go back so far.</exception>
    public SchoolYear Year(int back)
    {
        var today = calendar.Today;
        var present = _years.FirstOrDefault(year => year.Start <= today && today <= year.End);
        return _years.FirstOrDefault(year => year.Id == present?.Id - back) ?? throw new RefusedException("校历里没有示例学时所在的学年");
    }

    /// <summary>The day of a sample; what has happened lies before today.</summary>
    public DateOnly DayOf(SampleDay day)
    {
        var today = calendar.Today;
        if (day.In is { } days)
            return today.AddDays(days);
        var year = Year(day.YearsBack);
        var last = year.End < today ? year.End : today.AddDays(-1);
        var passed = Math.Max(0, last.DayNumber - year.Start.DayNumber);
        return last.AddDays(-passed + (int)(passed * day.At));
    }
}
