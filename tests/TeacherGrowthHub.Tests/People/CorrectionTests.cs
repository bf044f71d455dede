using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class CorrectionTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_correct_the_record_and_the_account_when_the_school_accepts(DatabaseProvider provider)
    {
        var (staff, teacher) = await SetAsync(provider);
        var mobile = Staff.NewMobile();
        var id = await FileAsync(staff, teacher, new TeacherProfile(null, "改正名", mobile, "J", "心理"));
        (await staff.TeacherAsync(teacher.TeacherId!)).Mobile.ShouldBeNull();
        await staff.DoAsync<CorrectionDecisions>(decisions => decisions.AcceptAsync(id, staff.Admin));
        var record = await staff.TeacherAsync(teacher.TeacherId!);
        (record.Name, record.Mobile, record.Stage, record.Subject).ShouldBe(("改正名", mobile, "J", "心理"));
        using var self = await Visitor.SignedInAsync(staff.Site, mobile);
        (await self.PageAsync("/my/notifications")).QuerySelector("main")!.TextContent.ShouldContain("您申请的更正已由学校确认");
        var again = await Staff.RefusedAsync(() =>
            staff.DoAsync<CorrectionDecisions>(decisions => decisions.RefuseAsync(id, "晚了", staff.Admin))
        );
        again.Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_tell_the_school_and_show_it_both_values_masked(DatabaseProvider provider)
    {
        var (staff, teacher) = await SetAsync(provider);
        var mobile = Staff.NewMobile();
        await FileAsync(staff, teacher, new TeacherProfile(null, "改正名", mobile));
        (await ToldAsync(staff, teacher.Name)).ShouldBe([staff.Admin.AccountId!]);
        using var admin = await staff.SignInAsync(staff.Admin);
        var html = await (await admin.GetAsync("/admin/corrections")).Content.ReadAsStringAsync();
        html.ShouldContain("改正名");
        html.ShouldContain(MobileNumber.Mask(mobile));
        html.ShouldNotContain(mobile);
        using var self = await staff.SignInAsync(teacher);
        (await (await self.GetAsync("/my/correction")).Content.ReadAsStringAsync()).ShouldNotContain(mobile);
        (await staff.AskAsync<CorrectionDecisions, IReadOnlyList<CorrectionRequest>>(d => d.OpenAsync(staff.Other))).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_tell_the_teacher_why_it_is_refused_and_change_nothing(DatabaseProvider provider)
    {
        var (staff, teacher) = await SetAsync(provider);
        var id = await FileAsync(staff, teacher, new TeacherProfile(null, "改正名"));
        (await Staff.RefusedAsync(() => RefuseAsync(" "))).Field.ShouldBe("Reason");
        await RefuseAsync("与户籍姓名不符");
        (await staff.TeacherAsync(teacher.TeacherId!)).Name.ShouldBe(teacher.Name);
        using var self = await staff.SignInAsync(teacher);
        (await self.PageAsync("/my/correction")).QuerySelector("main")!.TextContent.ShouldContain("与户籍姓名不符");
        // It is no longer open: another may be filed.
        await FileAsync(staff, teacher, new TeacherProfile(null, teacher.Name, Subject: "语文"));

        Task RefuseAsync(string reason) => staff.DoAsync<CorrectionDecisions>(d => d.RefuseAsync(id, reason, staff.Admin));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_hold_one_open_request_that_its_teacher_may_withdraw(DatabaseProvider provider)
    {
        var (staff, teacher) = await SetAsync(provider);
        var id = await FileAsync(staff, teacher, new TeacherProfile(null, "改正名"));
        (await Staff.RefusedAsync(() => FileAsync(staff, teacher, new TeacherProfile(null, "又改")))).Kind.ShouldBe(RefusalKind.Conflict);
        var foreign = await Staff.RefusedAsync(() => staff.DoAsync<Corrections>(c => c.WithdrawAsync(id, staff.Other)));
        foreign.Kind.ShouldBe(RefusalKind.Conflict);
        using var self = await staff.SignInAsync(teacher);
        await self.SubmitAsync("/my/correction", [], "Withdraw");
        (await staff.AskAsync<Corrections, IReadOnlyList<CorrectionRequest>>(c => c.OfAsync(teacher.TeacherId!)))
            .ShouldHaveSingleItem()
            .State.ShouldBe(CorrectionState.Withdrawn);
        (await Staff.RefusedAsync(() => staff.DoAsync<CorrectionDecisions>(d => d.AcceptAsync(id, staff.Admin)))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_leave_the_decision_to_the_school_that_keeps_the_record(DatabaseProvider provider)
    {
        var (staff, teacher) = await SetAsync(provider);
        var id = await FileAsync(staff, teacher, new TeacherProfile(null, "改正名"));
        (await Staff.RefusedAsync(() => AcceptAsync(staff.Other))).Kind.ShouldBe(RefusalKind.NotFound);
        await staff.DoAsync<TeacherTransfers>(m => m.TransferAsync(teacher.TeacherId!, staff.There.Path, staff.Today, true, staff.County));
        (await Staff.RefusedAsync(() => AcceptAsync(staff.Admin))).Kind.ShouldBe(RefusalKind.NotFound);
        await AcceptAsync(staff.Other);
        (await staff.TeacherAsync(teacher.TeacherId!)).Name.ShouldBe("改正名");

        Task AcceptAsync(HubUser user) => staff.DoAsync<CorrectionDecisions>(d => d.AcceptAsync(id, user));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_stay_open_when_the_mobile_number_is_another_accounts(DatabaseProvider provider)
    {
        var (staff, teacher) = await SetAsync(provider);
        var mobile = Staff.NewMobile();
        var taken = await new Cast(staff.Site).TeacherAsync(staff.Here);
        await staff.DoAsync<TeacherEditing>(e => e.EditAsync(taken.TeacherId!, new(Staff.NewNumber(), "占号", mobile), staff.Admin));
        var id = await FileAsync(staff, teacher, new TeacherProfile(null, "改正名", mobile));
        using var admin = await staff.SignInAsync(staff.Admin);
        var answer = await admin.SubmitAsync("/admin/corrections", new() { ["Line"] = id }, "Accept");
        ((int)answer.StatusCode).ShouldBe(422);
        (await Visitor.ParseAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(MobileNumber.Mask(mobile));
        var record = await staff.TeacherAsync(teacher.TeacherId!);
        (record.Name, record.Mobile).ShouldBe((teacher.Name, null));
        (await staff.AskAsync<Corrections, IReadOnlyList<CorrectionRequest>>(c => c.OfAsync(record.Id)))[0]
            .State.ShouldBe(CorrectionState.Open);
    }

    [Fact]
    public async Task Should_refuse_what_corrects_nothing_or_breaks_a_rule_and_keep_what_was_typed()
    {
        var (staff, teacher) = await SetAsync(DatabaseProvider.Sqlite);
        using var self = await staff.SignInAsync(teacher);
        var same = new Dictionary<string, string> { ["Form.Name"] = teacher.Name };
        ((int)(await self.SubmitAsync("/my/correction", same)).StatusCode).ShouldBe(422);
        var answer = await self.SubmitAsync("/my/correction", new() { ["Form.Name"] = "新名", ["Form.Mobile"] = "123" });
        ((int)answer.StatusCode).ShouldBe(422);
        (await Visitor.ParseAsync(answer)).QuerySelector("#name")!.GetAttribute("value").ShouldBe("新名");
        (await self.SubmitAsync("/my/correction", new(same) { ["Note"] = "我去年九月才到校" }))
            .Headers.Location!.ToString()
            .ShouldBe("/my/correction");
    }

    private static async Task<(Staff Staff, HubUser Teacher)> SetAsync(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        return (staff, await new Cast(staff.Site).TeacherAsync(staff.Here));
    }

    private static async Task<string> FileAsync(Staff staff, HubUser teacher, TeacherProfile wanted)
    {
        await staff.DoAsync<Corrections>(corrections => corrections.FileAsync(wanted, "", teacher));
        return (await staff.AskAsync<Corrections, IReadOnlyList<CorrectionRequest>>(c => c.OfAsync(teacher.TeacherId!)))[0].Id;
    }

    private static Task<List<string>> ToldAsync(Staff staff, string name) =>
        staff.Site.InScopeAsync(async services =>
        {
            var notes = await services
                .GetRequiredService<HubDbContext>()
                .Set<Notification>()
                .Where(note => note.Link == "/admin/corrections")
                .ToListAsync();
            return notes.Where(note => note.Arguments.Contains(name)).Select(note => note.AccountId).ToList();
        });
}
