using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank.Covers;

/// <summary>A cover is seen by whoever may see the version that carries it.</summary>
public sealed class CoverVisibilityTests
{
    [Theory]
    [InlineData(WorkKind.Lesson)]
    [InlineData(WorkKind.Case)]
    public async Task Should_show_the_picture_of_a_draft_to_nobody_else_and_of_a_case_to_no_guest(WorkKind kind)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var content = kind == WorkKind.Case ? Stage.CompleteCase("封面案例") : null;
        var id = await stage.DraftAsync("谁能看封面", kind, content);
        using var author = await stage.SignInAsync();
        using var reviewer = await stage.SignInAsync(stage.Reviewer);
        using var other = await stage.SignInAsync(await new Cast(stage.Site).TeacherAsync(stage.School));
        using var guest = new Visitor(stage.Site);
        await stage.SetCoverAsync(id, Pictures.Jpeg());
        var address = $"/resources/{id}/cover/{(await stage.WorkAsync(id)).Working!.CoverSmall}";
        await MaySeeAsync(address, (author, true), (reviewer, false), (other, false), (guest, false));
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await MaySeeAsync(address, (author, true), (reviewer, true), (other, false), (guest, false));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, true, stage.Reviewer));
        await MaySeeAsync(address, (author, true), (reviewer, true), (other, true), (guest, kind != WorkKind.Case));
        await stage.AsReviewerAsync(reviews => reviews.TakeDownAsync(id, "照片里有学生", stage.Reviewer));
        await MaySeeAsync(address, (other, false), (guest, false));
    }

    private static async Task MaySeeAsync(string address, params (Visitor Who, bool Sees)[] visitors)
    {
        foreach (var (who, sees) in visitors)
            (await who.GetAsync(address)).StatusCode.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }
}
