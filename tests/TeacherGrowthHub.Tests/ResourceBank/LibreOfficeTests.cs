using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>What becomes possible where LibreOffice is installed: pages of Office files to look at, text of legacy formats.</summary>
public sealed class LibreOfficeTests
{
    [Theory]
    [InlineData(".docx")]
    [InlineData(".doc")]
    public async Task Should_read_and_draw_a_word_file(string extension)
    {
        TestData.Program("soffice");
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync(content: new WorkContent());
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        var title = "用天气说心情" + Guid.NewGuid().ToString("N")[..6];
        await Tus.AttachAsync(author, stage.Site, id, "plan" + extension, await FileAsync(title, extension));

        var version = (await stage.WorkAsync(id)).Working!;
        version.Files.Single().Extension.ShouldBe(extension);
        version.Title.ShouldBe(title);
        var text = await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<FileText>().SingleAsync(row => row.Hash == version.Files[0].Hash)
        );
        text.State.ShouldBe(FileTextState.Extracted);
        text.Text.ShouldContain(title);
        text.PageImages.Count.ShouldBe(1);
    }

    private static async Task<byte[]> FileAsync(string title, string extension)
    {
        var bytes = Documents.Lesson(title);
        if (extension == ".docx")
            return bytes;
        var folder = Directory.CreateTempSubdirectory("hub-office-").FullName;
        var path = Path.Combine(folder, "plan.docx");
        await File.WriteAllBytesAsync(path, bytes);
        return await File.ReadAllBytesAsync(
            (await new OfficeConverter().ConvertAsync(path, extension, folder, TimeSpan.FromSeconds(90), default))!
        );
    }
}
