using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>What a file carries without showing it is scanned for identifiers and never searched.</summary>
public sealed class HiddenTextTests
{
    private const string Phone = "13912345678";

    [Fact]
    public void Should_keep_deletions_field_codes_and_properties_apart_from_the_text()
    {
        using var file = new MemoryStream(WithDeletion("母亲电话" + Phone));
        var document = TextExtractor.Read(file, ".docx");
        document.Text.ShouldBe("谈话记录。");
        document.Hidden.ShouldContain("母亲电话" + Phone);
        document.Hidden.ShouldContain("mailto:mother@example.org");
        document.Hidden.ShouldContain("白鹭实验中学");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_hold_back_a_case_for_a_number_in_a_tracked_deletion(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync(kind: WorkKind.Case, content: Stage.CompleteCase("case"));
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        await Tus.AttachAsync(author, stage.Site, id, "case.docx", WithDeletion("母亲电话" + Phone));
        var refusal = await Should.ThrowAsync<RefusedException>(() => stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author)));
        refusal.Field.ShouldBe("privacy");
        refusal.Arguments.ShouldContain(Phone);
    }

    [Fact]
    public async Task Should_not_find_a_work_by_what_was_deleted()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var word = "zq" + Guid.NewGuid().ToString("N")[..10];
        var id = await stage.DraftAsync("lesson");
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        await Tus.AttachAsync(author, stage.Site, id, "lesson.docx", WithDeletion(word));
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        await stage.Site.SettleAsync();
        var hits = await stage.Site.Services.GetRequiredService<ISearchEngine>().SearchAsync(new SearchRequest { Text = word });
        hits.Hits.ShouldNotContain(hit => hit.Id == id);
    }

    private static byte[] WithDeletion(string deleted)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var deletion = new DeletedRun(new Run(new DeletedText(deleted))) { Author = "revisor", Id = "1" };
            var field = new Run(new FieldCode(" HYPERLINK \"mailto:mother@example.org\" "));
            document.AddMainDocumentPart().Document = new Document(
                new Body(new Paragraph(new Run(new Text("谈话记录。")), deletion, field))
            );
            document.PackageProperties.Creator = "白鹭实验中学";
        }
        return bytes.ToArray();
    }
}
