using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class SchoolYearTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_carry_last_years_class_teachers_forward_and_confirm_in_one_page(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var year = await YearAsync(staff);
        var id = await staff.RegisteredAsync();
        await staff.GiveAsync(id, new DutyProfile(DutyKind.ClassTeacher, year.Start.AddYears(-1), ClassName: "七(1)班"));
        (await UnconfirmedAsync(staff, staff.County)).ShouldContain(staff.Here.Path);
        using var admin = await staff.SignInAsync(staff.Admin);
        (await admin.PageAsync("/admin")).QuerySelector("main")!.TextContent.ShouldContain(staff.Here.Name);
        var page = await admin.PageAsync("/admin/year");
        var boxes = page.QuerySelectorAll("input[name=Keep]");
        boxes.ShouldAllBe(box => box.HasAttribute("checked"));
        var fields = boxes.Select(box => KeyValuePair.Create("Keep", box.GetAttribute("value")!)).ToList();
        foreach (var input in page.QuerySelectorAll("input[name^='Class.']"))
            fields.Add(KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") is { Length: > 0 } ? "八（1）班" : ""));
        foreach (var input in page.QuerySelectorAll("main form[method=post] input[type=hidden]"))
            fields.Add(KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        var answer = await admin.Client.PostAsync("/admin/year", new FormUrlEncodedContent(fields));
        ((int)answer.StatusCode).ShouldBe(302);

        var teacher = await staff.TeacherAsync(id);
        teacher
            .Duties.OrderBy(duty => duty.From)
            .Select(duty => (duty.From, duty.To, duty.ClassName))
            .ShouldBe([(year.Start.AddYears(-1), year.Start.AddDays(-1), "七(1)班"), (year.Start, null, "八(1)班")]);
        teacher.PresentDuties.ShouldBe(TeacherDuty.BitOf(DutyKind.ClassTeacher));
        // The administrator had no duty and is a subject teacher now.
        (await staff.TeacherAsync(staff.Admin.TeacherId!))
            .Duties.ShouldHaveSingleItem()
            .Kind.ShouldBe(DutyKind.SubjectTeacher);
        var left = await UnconfirmedAsync(staff, staff.County);
        left.ShouldNotContain(staff.Here.Path);
        left.ShouldContain(staff.There.Path);
        (await UnconfirmedAsync(staff, staff.Admin)).ShouldBeEmpty();
        (await staff.TrailAsync($"{staff.Here.Id}/{year.Id}")).ShouldHaveSingleItem().After!.ShouldContain("八(1)班");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_a_second_confirmation_and_no_confirmation_of_another_list(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var shown = await SheetAsync(staff);
        await staff.RegisteredAsync();
        var stale = await Staff.RefusedAsync(() => ConfirmAsync(staff, shown));
        stale.Kind.ShouldBe(RefusalKind.Conflict);
        (await UnconfirmedAsync(staff, staff.Admin)).ShouldBe([staff.Here.Path]);
        await ConfirmAsync(staff, await SheetAsync(staff));
        var first = (await SheetAsync(staff)).Confirmation!;
        await ConfirmAsync(staff, await SheetAsync(staff));
        (await SheetAsync(staff)).Confirmation!.ConfirmedAt.ShouldBeGreaterThan(first.ConfirmedAt);
        first.ConfirmedBy.ShouldBe(staff.Admin.Name);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_write_nothing_when_one_line_is_refused(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var year = await YearAsync(staff);
        var id = await staff.RegisteredAsync();
        await staff.GiveAsync(id, new DutyProfile(DutyKind.ClassTeacher, year.Start.AddYears(-1), ClassName: "七(1)班"));
        var sheet = await SheetAsync(staff);
        var all = sheet.Lines.Select(line => line.Key).ToHashSet();
        await Staff.RefusedAsync(() =>
            staff.DoAsync<SchoolYears>(years =>
                years.ConfirmAsync(staff.Here.Path, new YearChoice(all, new Dictionary<string, string>()), sheet.Fingerprint, staff.Admin)
            )
        );
        (await staff.TeacherAsync(id)).Duties.ShouldHaveSingleItem().To.ShouldBeNull();
        (await staff.TeacherAsync(staff.Admin.TeacherId!)).Duties.ShouldBeEmpty();
        (await SheetAsync(staff)).Confirmation.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_open_no_other_schools_year_and_name_only_open_legal_persons(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        (await Staff.RefusedAsync(() => staff.DoAsync<YearSheets>(y => y.SheetAsync(staff.Here.Path, staff.Other)))).Field.ShouldBe(
            "School"
        );
        var sheet = await SheetAsync(staff);
        await Staff.RefusedAsync(() =>
            staff.DoAsync<SchoolYears>(y =>
                y.ConfirmAsync(
                    staff.Here.Path,
                    new YearChoice(new HashSet<string>(), new Dictionary<string, string>()),
                    sheet.Fingerprint,
                    staff.Other
                )
            )
        );
        (await UnconfirmedAsync(staff, staff.Other)).ShouldBe([staff.There.Path]);
        await ChangeAsync(staff, school => school.IsLegalPerson = false);
        (await UnconfirmedAsync(staff, staff.Other)).ShouldBeEmpty();
        await ChangeAsync(staff, school => (school.IsLegalPerson, school.ClosedOn) = (true, staff.Today));
        (await UnconfirmedAsync(staff, staff.Other)).ShouldBeEmpty();
    }

    private static Task ChangeAsync(Staff staff, Action<Organization> change) =>
        staff.Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            change(await database.Set<Organization>().SingleAsync(school => school.Id == staff.There.Id));
            await database.SaveChangesAsync();
        });

    private static Task<SchoolYear> YearAsync(Staff staff) => staff.AskAsync<YearSheets, SchoolYear>(years => years.PresentAsync());

    private static Task<YearSheet> SheetAsync(Staff staff) =>
        staff.AskAsync<YearSheets, YearSheet>(years => years.SheetAsync(staff.Here.Path, staff.Admin));

    private static Task ConfirmAsync(Staff staff, YearSheet sheet) =>
        staff.DoAsync<SchoolYears>(years =>
            years.ConfirmAsync(
                staff.Here.Path,
                new YearChoice(sheet.Lines.Select(line => line.Key).ToHashSet(), new Dictionary<string, string>()),
                sheet.Fingerprint,
                staff.Admin
            )
        );

    private static async Task<List<string>> UnconfirmedAsync(Staff staff, HubUser user) =>
        [.. (await staff.AskAsync<SchoolYears, IReadOnlyList<UnconfirmedSchool>>(y => y.UnconfirmedAsync(user))).Select(s => s.Path)];
}
