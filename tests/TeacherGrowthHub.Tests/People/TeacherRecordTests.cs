using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class TeacherRecordTests
{
    private const int Racers = 6;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_not_let_another_school_open_or_alter_a_record(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        using var other = await staff.SignInAsync(staff.Other);
        foreach (var page in new[] { "", "/edit", "/duty", "/post" })
            (await other.GetAsync($"/admin/teachers/{id}{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Func<Task>[] changes =
        [
            () => staff.DoAsync<TeacherEditing>(editing => editing.EditAsync(id, new TeacherProfile("x", "改名"), staff.Other)),
            () => staff.DoAsync<TeacherEditing>(editing => editing.SetStatusAsync(id, TeacherStatus.Left, staff.Today, staff.Other)),
            () => staff.DoAsync<TeacherDuties>(duties => duties.AddAsync(id, new(DutyKind.SubjectTeacher, staff.Today), staff.Other)),
            () => staff.DoAsync<TeacherTransfers>(moves => moves.TransferAsync(id, staff.There.Path, staff.Today, true, staff.Other)),
            () => staff.DoAsync<TeacherTransfers>(moves => moves.ReleaseAsync(id, staff.Today, "原因", staff.Other)),
        ];
        foreach (var change in changes)
            (await Staff.RefusedAsync(change)).Kind.ShouldBe(RefusalKind.NotFound);
        var teacher = await staff.TeacherAsync(id);
        (teacher.Name, teacher.Status, teacher.Duties.Count).ShouldBe(("甲老师", TeacherStatus.InPost, 0));
        teacher.Posts.ShouldHaveSingleItem().To.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_write_down_who_looked_once_a_view_and_show_the_mobile_masked(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var mobile = Staff.NewMobile();
        var id = await staff.RegisteredAsync(new TeacherProfile(Staff.NewNumber(), "甲老师", mobile));
        using var admin = await staff.SignInAsync(staff.Admin);
        var html = await (await admin.GetAsync("/admin/teachers/" + id)).Content.ReadAsStringAsync();
        html.ShouldContain(MobileNumber.Mask(mobile));
        html.ShouldNotContain(mobile);
        var views = (await staff.TrailAsync(id)).Where(line => line.Action == "Teacher.Viewed").ToList();
        views.ShouldHaveSingleItem().AccountId.ShouldBe(staff.Admin.AccountId);
        views[0].Path.ShouldBe(staff.Here.Path);
        (await (await admin.GetAsync($"/admin/teachers/{id}/edit")).Content.ReadAsStringAsync()).ShouldNotContain(mobile);
        (await staff.TrailAsync(id)).ShouldAllBe(line => line.After == null || !line.After.Contains(mobile));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_name_the_school_that_has_a_number_and_write_nothing(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var number = Staff.NewNumber();
        await staff.RegisteredAsync(new TeacherProfile(number, "甲老师"));
        using var other = await staff.SignInAsync(staff.Other);
        var answer = await other.SubmitAsync(
            "/admin/teachers/new",
            new()
            {
                ["Form.TeacherNumber"] = number,
                ["Form.Name"] = "同号老师",
                ["School"] = staff.There.Path,
                ["From"] = "2026-09-01",
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(staff.Here.Name);
        page.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe("同号老师");
        (await staff.ListAsync(staff.Other)).Total.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_register_only_at_schools_in_scope_and_give_new_entrants_their_cohort(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var refusal = await Staff.RefusedAsync(() =>
            staff.DoAsync<TeacherEditing>(editing =>
                editing.CreateAsync(new TeacherProfile(Staff.NewNumber(), "甲"), staff.There.Path, Staff.Came, false, staff.Admin)
            )
        );
        refusal.Field.ShouldBe("School");
        var id = await staff.RegisteredAsync(from: new DateOnly(2025, 10, 8), isNewEntrant: true);
        using var admin = await staff.SignInAsync(staff.Admin);
        (await admin.PageAsync("/admin/teachers/" + id)).QuerySelector("main")!.TextContent.ShouldContain("2025—2026学年");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_the_registered_mobile_when_the_field_is_left_empty_and_the_account_in_step(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var user = await new Cast(staff.Site).TeacherAsync(staff.Here);
        var (mobile, number) = (Staff.NewMobile(), Staff.NewNumber());
        using var admin = await staff.SignInAsync(staff.Admin);
        var path = $"/admin/teachers/{user.TeacherId}/edit";
        var fields = new Dictionary<string, string>
        {
            ["Form.TeacherNumber"] = number,
            ["Form.Name"] = "新名字",
            ["Form.Mobile"] = mobile,
        };
        (await admin.SubmitAsync(path, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        fields["Form.Mobile"] = "";
        fields["Form.Title"] = "一级教师";
        (await admin.SubmitAsync(path, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var teacher = await staff.TeacherAsync(user.TeacherId!);
        (teacher.TeacherNumber, teacher.Name, teacher.Mobile, teacher.Title).ShouldBe((number, "新名字", mobile, "一级教师"));
        using var self = await Visitor.SignedInAsync(staff.Site, number);
        var account = await AccountAsync(staff, user.AccountId!);
        (account.UserName, account.DisplayName, account.PhoneNumber).ShouldBe((number, "新名字", mobile));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_mobile_number_of_another_account(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var cast = new Cast(staff.Site);
        var (one, two) = (await cast.TeacherAsync(staff.Here), await cast.TeacherAsync(staff.Here));
        var mobile = Staff.NewMobile();
        await EditAsync(one.TeacherId!);
        (await Staff.RefusedAsync(() => EditAsync(two.TeacherId!))).Field.ShouldBe("Mobile");
        (await staff.TeacherAsync(two.TeacherId!)).Mobile.ShouldBeNull();
        (await AccountAsync(staff, two.AccountId!)).PhoneNumber.ShouldBeNull();

        Task EditAsync(string id) =>
            staff.DoAsync<TeacherEditing>(editing =>
                editing.EditAsync(id, new TeacherProfile(Staff.NewNumber(), "老师", mobile), staff.Admin)
            );
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_one_of_many_at_the_same_moment_have_a_number_and_refuse_the_others(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var number = Staff.NewNumber();
        await ShouldLetOneAsync(() => staff.RegisteredAsync(new TeacherProfile(number, "甲老师")), nameof(Teacher.TeacherNumber));
        (await staff.ListAsync(staff.Admin)).Total.ShouldBe(2);
        var office = Staff.NewNumber();
        await ShouldLetOneAsync(
            () =>
                staff.AskAsync<AccountCreation, Account>(accounts => accounts.ForOfficeAsync(staff.Admin, office, "值班", staff.Here.Path)),
            "Number"
        );
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_one_of_many_at_the_same_moment_have_a_mobile_number_and_refuse_the_others(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var mobile = Staff.NewMobile();
        var people = new Queue<string>();
        for (var i = 0; i < Racers; i++)
            people.Enqueue((await new Cast(staff.Site).TeacherAsync(staff.Here)).TeacherId!);
        await ShouldLetOneAsync(() => EditAsync(people.Dequeue()), nameof(Teacher.TeacherNumber), nameof(Teacher.Mobile));

        async Task<string> EditAsync(string id)
        {
            var number = (await staff.TeacherAsync(id)).TeacherNumber;
            await staff.DoAsync<TeacherEditing>(editing => editing.EditAsync(id, new TeacherProfile(number, "老师", mobile), staff.Admin));
            return id;
        }
    }

    private static async Task ShouldLetOneAsync<T>(Func<Task<T>> register, params string[] fields)
    {
        var attempts = await Task.WhenAll(
            Enumerable.Range(0, Racers).Select(_ => Record.ExceptionAsync(async () => await register()).AsTask())
        );
        attempts.Count(outcome => outcome is null).ShouldBe(1);
        attempts.ShouldAllBe(outcome => outcome == null || outcome is RefusedException);
        attempts.OfType<RefusedException>().ShouldAllBe(refusal => refusal.Field == null || fields.Contains(refusal.Field));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_end_posts_and_duties_with_retirement_and_keep_them(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        await staff.GiveAsync(id, new DutyProfile(DutyKind.SubjectTeacher, Staff.Came));
        var last = staff.Today.AddDays(-1);
        await staff.DoAsync<TeacherEditing>(editing => editing.SetStatusAsync(id, TeacherStatus.Retired, last, staff.Admin));
        var teacher = await staff.TeacherAsync(id);
        (teacher.Status, teacher.PresentPath, teacher.PresentDuties).ShouldBe((TeacherStatus.Retired, null, 0));
        teacher.Posts.ShouldHaveSingleItem().To.ShouldBe(last);
        teacher.Duties.ShouldHaveSingleItem().To.ShouldBe(last);
        // The last school still keeps the record, and cannot put anybody back in post by the status alone.
        (
            await Staff.RefusedAsync(() =>
                staff.DoAsync<TeacherEditing>(editing => editing.SetStatusAsync(id, TeacherStatus.InPost, last, staff.Admin))
            )
        ).Field.ShouldBe("Status");
    }

    private static Task<Account> AccountAsync(Staff staff, string id) =>
        staff.Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Account>().AsNoTracking().SingleAsync(account => account.Id == id)
        );
}
