using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class TeacherDutyTests
{
    [Theory]
    [InlineData(DutyKind.Backbone)]
    [InlineData(DutyKind.FullTimePsych)]
    [InlineData(DutyKind.PartTimePsych)]
    public async Task Should_ask_designations_and_appointments_for_their_document(DutyKind kind)
    {
        var staff = await Staff.SetAsync(DatabaseProvider.Sqlite);
        var id = await staff.RegisteredAsync();
        (await Staff.RefusedAsync(() => staff.GiveAsync(id, new DutyProfile(kind, Staff.Came)))).Field.ShouldBe("Document");
        (await staff.TeacherAsync(id)).Duties.ShouldBeEmpty();
        await staff.GiveAsync(id, new DutyProfile(kind, Staff.Came, Document: "文〔2024〕1号"));
        (await staff.TeacherAsync(id)).Duties.ShouldHaveSingleItem().Document.ShouldBe("文〔2024〕1号");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_the_same_duty_twice_at_a_time_but_allow_several_classes(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        await staff.GiveAsync(id, Class("七(1)班"));
        await staff.GiveAsync(id, Class("七(2)班"));
        (await Staff.RefusedAsync(() => staff.GiveAsync(id, Class("七(1)班")))).Field.ShouldBe("From");
        await staff.GiveAsync(id, new DutyProfile(DutyKind.SubjectTeacher, Staff.Came, Staff.Came.AddDays(10)));
        await Staff.RefusedAsync(() => staff.GiveAsync(id, new DutyProfile(DutyKind.SubjectTeacher, Staff.Came.AddDays(10))));
        await staff.GiveAsync(id, new DutyProfile(DutyKind.SubjectTeacher, Staff.Came.AddDays(11)));
        (await staff.TeacherAsync(id)).Duties.Count.ShouldBe(4);

        static DutyProfile Class(string name) => new(DutyKind.ClassTeacher, Staff.Came, ClassName: name);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_end_a_duty_and_keep_it(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var id = await staff.RegisteredAsync();
        await staff.GiveAsync(id, new DutyProfile(DutyKind.SubjectTeacher, Staff.Came));
        var duty = (await staff.TeacherAsync(id)).Duties.Single();
        var early = await Staff.RefusedAsync(() => EndAsync(Staff.Came.AddDays(-1)));
        early.Field.ShouldBe("To");
        await EndAsync(staff.Today.AddDays(-1));
        var teacher = await staff.TeacherAsync(id);
        teacher.Duties.ShouldHaveSingleItem().To.ShouldBe(staff.Today.AddDays(-1));
        teacher.PresentDuties.ShouldBe(0);
        (await staff.TrailAsync(id)).Select(line => line.Action).ShouldContain("Teacher.DutyEnded");

        Task EndAsync(DateOnly last) => staff.DoAsync<TeacherDuties>(duties => duties.EndAsync(id, duty.Id, last, staff.Admin));
    }

    [Fact]
    public async Task Should_show_the_message_beside_the_form_and_keep_what_was_typed()
    {
        var staff = await Staff.SetAsync(DatabaseProvider.Sqlite);
        var id = await staff.RegisteredAsync();
        using var admin = await staff.SignInAsync(staff.Admin);
        var answer = await admin.SubmitAsync(
            $"/admin/teachers/{id}/duty",
            new()
            {
                ["Kind"] = "ClassTeacher",
                ["From"] = "2026-09-01",
                ["Document"] = "记着",
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.QuerySelector("[role=alert] a[href='#classname']").ShouldNotBeNull();
        page.QuerySelector("#document")!.GetAttribute("value").ShouldBe("记着");
    }
}
