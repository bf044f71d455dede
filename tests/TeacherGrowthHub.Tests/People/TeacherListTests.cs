using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class TeacherListTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_a_school_its_own_teachers_and_the_county_those_of_both(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        (await staff.ListAsync(staff.Admin)).Rows.Select(row => row.Id).ShouldContain(id);
        (await staff.ListAsync(staff.Other)).Rows.Select(row => row.Id).ShouldNotContain(id);
        var all = await staff.ListAsync(staff.County, new TeacherFilter { Organization = staff.Here.Path });
        all.Rows.Select(row => row.Id).ShouldBe([id, staff.Admin.TeacherId!], ignoreOrder: true);
        all.Total.ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_never_widen_a_scope_by_the_organisation_asked_for(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        await staff.RegisteredAsync();
        (await staff.ListAsync(staff.Other, new TeacherFilter { Organization = staff.Here.Path })).Total.ShouldBe(0);
        var above = await staff.ListAsync(staff.Other, new TeacherFilter { Organization = "baoshan/" });
        above.Rows.Select(row => row.Id).ShouldBe([staff.Other.TeacherId!]);
        (await staff.ListAsync(staff.Other, new TeacherFilter { Organization = staff.There.Path[..^3] + "/" })).Total.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_narrow_by_every_filter(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var number = Staff.NewNumber();
        var id = await staff.RegisteredAsync(new TeacherProfile(number, "欧阳晨", Stage: "J", Title: "一级教师"));
        await staff.GiveAsync(id, new DutyProfile(DutyKind.ClassTeacher, Staff.Came, ClassName: "七(1)班"));
        await staff.GiveAsync(id, new DutyProfile(DutyKind.PartTimePsych, Staff.Came, Document: "文〔2024〕1号"));
        await staff.GiveAsync(id, new DutyProfile(DutyKind.Backbone, Staff.Came, Staff.Came.AddDays(30), "文〔2024〕2号"));

        await FindsAsync(true, new TeacherFilter { Duty = DutyKind.ClassTeacher });
        await FindsAsync(true, new TeacherFilter { Appointment = DutyKind.PartTimePsych, Duty = DutyKind.ClassTeacher });
        await FindsAsync(false, new TeacherFilter { Appointment = DutyKind.FullTimePsych });
        await FindsAsync(false, new TeacherFilter { Duty = DutyKind.Backbone });
        await FindsAsync(
            true,
            new TeacherFilter
            {
                Stage = "J",
                Title = "一级教师",
                Status = TeacherStatus.InPost,
            }
        );
        await FindsAsync(false, new TeacherFilter { Stage = "S" });
        await FindsAsync(false, new TeacherFilter { Title = "高级教师" });
        await FindsAsync(false, new TeacherFilter { Status = TeacherStatus.OnLeave });
        await FindsAsync(true, new TeacherFilter { Text = "阳晨" });
        await FindsAsync(true, new TeacherFilter { Text = number[..8] });
        await FindsAsync(false, new TeacherFilter { Text = number[2..] });
        await FindsAsync(false, new TeacherFilter { Text = "%" });

        async Task FindsAsync(bool finds, TeacherFilter filter) =>
            (await staff.ListAsync(staff.Admin, filter)).Rows.Any(row => row.Id == id).ShouldBe(finds, filter.ToString());
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_page_without_losing_or_repeating_anybody_of_the_same_name(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        for (var i = 0; i < TeacherList.PageSize + 4; i++)
            await staff.RegisteredAsync();
        var first = await staff.ListAsync(staff.Admin);
        var second = await staff.ListAsync(staff.Admin, page: 2);
        first.Total.ShouldBe(TeacherList.PageSize + 5);
        first.Rows.Count.ShouldBe(TeacherList.PageSize);
        first.Rows.Concat(second.Rows).Select(row => row.Id).Distinct().Count().ShouldBe(first.Total);
        (await staff.ListAsync(staff.Admin, page: 99)).Number.ShouldBe(2);
        (await staff.ListAsync(staff.Admin, page: -1)).Number.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_who_has_no_school_only_to_whoever_keeps_the_whole_city(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var number = Staff.NewNumber();
        var id = await staff.RegisteredAsync(new TeacherProfile(number, "乙老师"));
        await staff.DoAsync<TeacherTransfers>(moves => moves.ReleaseAsync(id, staff.Today.AddDays(-1), "调往外校", staff.Admin));
        var filter = new TeacherFilter { WithoutSchool = true, Text = number };
        var city = new HubUser("x", null, "市", null, [new Grant(TeacherGrowthHub.People.PeoplePermissions.ManageTeachers, "baoshan/")]);
        (await staff.ListAsync(city, filter)).Rows.Select(row => row.Id).ShouldBe([id]);
        (await staff.ListAsync(staff.County, filter)).Total.ShouldBe(0);
        (await staff.ListAsync(staff.Admin, new TeacherFilter { Text = number })).Total.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_mask_mobile_numbers_and_be_closed_to_teachers(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var mobile = Staff.NewMobile();
        await staff.RegisteredAsync(new TeacherProfile(Staff.NewNumber(), "丙老师", mobile));
        using var admin = await staff.SignInAsync(staff.Admin);
        var html = await (await admin.GetAsync("/admin/teachers?q=" + Uri.EscapeDataString("丙老师"))).Content.ReadAsStringAsync();
        html.ShouldContain(MobileNumber.Mask(mobile));
        html.ShouldNotContain(mobile);
        using var teacher = await staff.SignInAsync(await new Cast(staff.Site).TeacherAsync(staff.Here));
        ((int)(await teacher.GetAsync("/admin/teachers")).StatusCode).ShouldBe(403);
    }
}
