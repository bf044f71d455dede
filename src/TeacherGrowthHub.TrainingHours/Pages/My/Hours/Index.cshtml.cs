using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Standings;

namespace TeacherGrowthHub.TrainingHours.Pages.My.Hours;

/// <summary>A teacher's own hours: rings, where they come from, what is missing and what would fill it.</summary>
[RequirePermission(HoursPermissions.Claim)]
public sealed class IndexModel(MyHoursReader reader, CertificateReader certificates, SchoolCalendar calendar) : HubPageModel
{
    private const int Tenths = 10;
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>The school year by the year it begins in; empty takes the present one.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    /// <summary>Duties to suppose.</summary>
    [BindProperty(SupportsGet = true, Name = "duty")]
    public List<DutyKind> Duties { get; set; } = [];

    /// <summary>Whether other duties are supposed, be it none.</summary>
    [BindProperty(SupportsGet = true, Name = "suppose")]
    public bool Suppose { get; set; }

    public MyHours? Hours { get; private set; }

    /// <summary>The valid certificate of the year shown; null when there is none.</summary>
    public Certificate? Paper { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The school today.</summary>
    public string? School => Hours?.Standing.Teacher.PostOn(calendar.Today)?.School;

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Name = user.Name;
        if (user.TeacherId is { } teacher)
            Hours = await reader.OfAsync(teacher, Year, Suppose ? Duties : null, HttpContext.RequestAborted);
        if (Hours is not null)
            Paper = await certificates.OfYearAsync(user, Hours.Standing.Year.Id, HttpContext.RequestAborted);
    }

    /// <summary>How far the year has come.</summary>
    public string Headline()
    {
        var standing = Hours!.Standing.Standing;
        if (standing.Headline is not { } duty)
            return T["{0}老师，您本学年没有学时要求", Name];
        if (standing.IsAttained)
            return T["{0}老师，您本学年的学时已全部达标", Name];
        var tenths = Math.Min(Numerals.Length, duty.Counted.Hundredths * Tenths / duty.Required.Hundredths);
        return tenths == 0 ? T["{0}老师，从第一个学时开始吧", Name] : T["{0}老师，您已走过{1}成路", Name, T[Numerals[tenths - 1]].Value];
    }

    /// <summary>Which trainings fill what is missing, in a sentence.</summary>
    public string Filling()
    {
        var hours = Hours!;
        var missing = hours.MissingAfterWaiting;
        if (missing <= Domain.Hours.Zero)
            return T["待审核的{0}学时认定后就补齐了。", hours.Waiting];
        var enough = Domain.Balances.Filling.AnyOf(hours.Trainings.Select(training => training.Adds), missing);
        var lead =
            hours.Waiting > Domain.Hours.Zero ? T["待审核的{0}学时认定后，还需{1}学时", hours.Waiting, missing] : T["还需{0}学时", missing];
        var end =
            hours.Trainings.Count == 0 ? T["目前没有适合您报名的培训；参加了别处的培训，可以登记学时"]
            : enough is { } count ? T["下面任选{0}场即可补齐", count]
            : T["下面的培训都参加还不够，也可以登记在别处参加的培训"];
        return lead + T["，"] + end + T["。"];
    }
}
