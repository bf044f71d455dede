using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class TeacherTransferTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_transfer_with_the_history_kept_and_the_record_handed_over(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        await staff.GiveAsync(id, new DutyProfile(DutyKind.ClassTeacher, Staff.Came, ClassName: "七(1)班"));
        await staff.GiveAsync(id, new DutyProfile(DutyKind.Backbone, Staff.Came, Document: "文〔2024〕1号"));
        var day = staff.Today;
        await staff.DoAsync<TeacherTransfers>(moves => moves.TransferAsync(id, staff.There.Path, day, true, staff.County));
        var teacher = await staff.TeacherAsync(id);
        teacher
            .Posts.OrderBy(post => post.From)
            .Select(post => (post.OrganizationId, post.From, post.To))
            .ShouldBe([(staff.Here.Id, Staff.Came, day.AddDays(-1)), (staff.There.Id, day, null)]);
        teacher.PresentPath.ShouldBe(staff.There.Path);
        teacher.Duties.Single(duty => duty.Kind == DutyKind.ClassTeacher).To.ShouldBe(day.AddDays(-1));
        teacher.Duties.Single(duty => duty.Kind == DutyKind.Backbone).To.ShouldBeNull();
        await staff.AskAsync<TeacherRecords, Teacher>(records => records.FindAsync(id, staff.Other));
        (await Staff.RefusedAsync(() => staff.DoAsync<TeacherRecords>(records => records.FindAsync(id, staff.Admin)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await staff.TrailAsync(id)).Select(line => (line.Action, line.Path)).ShouldContain(("Teacher.Received", staff.There.Path));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_transfers_out_of_scope_or_out_of_order(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        (await Staff.RefusedAsync(() => MoveAsync(staff.There.Path, staff.Today, staff.Admin))).Field.ShouldBe("School");
        (await Staff.RefusedAsync(() => MoveAsync(staff.Here.Path, staff.Today, staff.County))).Field.ShouldBe("School");
        (await Staff.RefusedAsync(() => MoveAsync("baoshan/longyang/", staff.Today, staff.County))).Field.ShouldBe("School");
        (await Staff.RefusedAsync(() => MoveAsync(staff.There.Path, Staff.Came, staff.County))).Field.ShouldBe("On");
        (await Staff.RefusedAsync(() => MoveAsync(staff.There.Path, staff.Today.AddYears(2), staff.County))).Field.ShouldBe("On");
        (await staff.TeacherAsync(id)).Posts.ShouldHaveSingleItem().To.ShouldBeNull();

        Task MoveAsync(string school, DateOnly day, HubUser user) =>
            staff.DoAsync<TeacherTransfers>(moves => moves.TransferAsync(id, school, day, true, user));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_over_by_number_only_once_released(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var number = Staff.NewNumber();
        var id = await staff.RegisteredAsync(new TeacherProfile(number, "甲老师"));
        var early = await Staff.RefusedAsync(() => TakeOverAsync(number));
        (early.Field, early.Message).ShouldBe(("Number", $"这位教师还在{staff.Here.Name}任职，请先由该校办理调出"));
        (await Staff.RefusedAsync(() => ReleaseAsync(" "))).Field.ShouldBe("Reason");
        await ReleaseAsync("调往邻校");
        // The old school keeps the record until the other takes over.
        await staff.AskAsync<TeacherRecords, Teacher>(records => records.FindAsync(id, staff.Admin));
        (await Staff.RefusedAsync(() => TakeOverAsync(number[..^1]))).Field.ShouldBe("Number");
        await TakeOverAsync(number);
        var teacher = await staff.TeacherAsync(id);
        teacher.PresentPath.ShouldBe(staff.There.Path);
        teacher.Posts.Count.ShouldBe(2);
        (await staff.TrailAsync(id)).Single(line => line.Action == "Teacher.Released").After!.ShouldContain("调往邻校");

        Task ReleaseAsync(string reason) =>
            staff.DoAsync<TeacherTransfers>(moves => moves.ReleaseAsync(id, staff.Today.AddDays(-1), reason, staff.Admin));
        Task TakeOverAsync(string typed) =>
            staff.DoAsync<TeacherTransfers>(moves => moves.TakeOverAsync(typed, staff.There.Path, staff.Today, staff.Other));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_leave_the_teacher_with_the_first_school_when_there_is_a_second(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        await staff.DoAsync<SecondSchools>(seconds => seconds.AddAsync(id, staff.There.Path, staff.Today, staff.County));
        var teacher = await staff.TeacherAsync(id);
        teacher.Posts.Count.ShouldBe(2);
        teacher.PresentPath.ShouldBe(staff.Here.Path);
        teacher.PostOn(staff.Today)!.OrganizationId.ShouldBe(staff.Here.Id);
        await Staff.RefusedAsync(() =>
            staff.DoAsync<SecondSchools>(seconds => seconds.AddAsync(id, staff.There.Path, staff.Today, staff.County))
        );
        var second = teacher.Posts.Single(post => post.IsSecondary);
        await staff.DoAsync<SecondSchools>(seconds => seconds.EndAsync(id, second.Id, staff.Today, staff.Admin));
        (await staff.TeacherAsync(id)).Posts.Single(post => post.IsSecondary).To.ShouldBe(staff.Today);
    }
}
