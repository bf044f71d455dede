using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>The queue by its own forms, as a browser sends them.</summary>
public sealed class CertifyPagesTests
{
    [Fact]
    public async Task Should_certify_what_is_ticked_after_a_look_and_undo_it()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var ids = new[] { await stage.AtCountyAsync("甲"), await stage.AtCountyAsync("乙", 2) };
        using var officer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.County));
        var queue = await officer.PageAsync("/certify?organization=" + Uri.EscapeDataString(stage.Hours.School.Path));
        queue.QuerySelectorAll("input[name=Ids]").Select(box => box.GetAttribute("value")).ShouldBe(ids);
        var form = queue.QuerySelector("form[action='/certify/bulk']")!;
        var preview = await Visitor.ParseAsync(await officer.SendAsync(form, ("Ids", ids[0]), ("Ids", ids[1])));
        (await stage.ClaimAsync(ids[0])).State.ShouldBe(ClaimState.Waiting);
        var done = await Visitor.ParseAsync(await officer.SendAsync(preview.QuerySelector("form[action$='handler=Certify']")!));
        (await stage.ClaimAsync(ids[1])).State.ShouldBe(ClaimState.Certified);
        var undo = await officer.SendAsync(done.QuerySelector("form[action$='handler=Undo']")!);
        undo.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await stage.ClaimAsync(ids[1])).State.ShouldBe(ClaimState.Waiting);
    }

    [Fact]
    public async Task Should_certify_everything_that_a_filter_finds()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i <= ClaimQueue.PageSize; i++)
            await stage.AtCountyAsync($"活动 {i}");
        using var officer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.County));
        var filter = "organization=" + Uri.EscapeDataString(stage.Hours.School.Path);
        var queue = await officer.PageAsync($"/certify?kind=face-to-face&{filter}");
        queue.QuerySelectorAll("input[name=Ids]").Length.ShouldBe(ClaimQueue.PageSize);
        var button = queue.QuerySelector("button[formaction]")!;
        button.TextContent.ShouldBe($"认定全部 {ClaimQueue.PageSize + 1} 条");
        var form = queue.QuerySelector("form[action='/certify/bulk']")!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        var preview = await Visitor.ParseAsync(await officer.SendAsync(form));
        await officer.SendAsync(preview.QuerySelector("form[action$='handler=Certify']")!);
        (await officer.PageAsync($"/certify?{filter}")).QuerySelectorAll("input[name=Ids]").ShouldBeEmpty();
        (await officer.PageAsync($"/certify?state=Certified&{filter}")).QuerySelectorAll("tbody tr").Length.ShouldBe(ClaimQueue.PageSize);
    }

    [Fact]
    public async Task Should_keep_a_filter_under_its_name_and_forget_it()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        using var officer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.County));
        const string Filter = "/certify?duty=ClassTeacher&clean=true";
        var save = (await officer.PageAsync(Filter)).QuerySelector("form[action*='handler=SaveFilter']")!;
        (await officer.SendAsync(save, ("name", "班主任"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = await officer.PageAsync("/certify");
        var link = page.QuerySelectorAll("a.btn-pill").Single(pill => pill.TextContent == "班主任").GetAttribute("href")!;
        link.ShouldContain("duty=ClassTeacher");
        link.ShouldContain("clean=true");
        (await officer.SendAsync(page.QuerySelector("form[action*='handler=ForgetFilter']")!)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await officer.PageAsync("/certify")).QuerySelectorAll("a.btn-pill").ShouldBeEmpty();
    }
}
