using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.ResourceBank.Covers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank.Covers;

/// <summary>Pictures made for tests, and the form that sends them.</summary>
internal static class Pictures
{
    /// <summary>What the pictures of tests are said to show.</summary>
    public const string Words = "海边的日出";
    private const string Photographer = "exif-ifd0-Artist";

    /// <summary>A blue picture that tells in its metadata who took it.</summary>
    public static Image Photo(int width = 900, int height = 900) =>
        (Image.Black(width, height, bands: 3) + (double[])[20, 90, 160])
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb)
            .Mutate(image => image.Set(GValue.GStrType, Photographer, "小明的妈妈 (Somebody, ASCII, 12 components, 12 bytes)"));

    public static byte[] Jpeg(int width = 900, int height = 900) => Photo(width, height).JpegsaveBuffer();

    public static bool TellsItsPhotographer(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        return image.GetFields().Any(field => field.StartsWith("exif-", StringComparison.Ordinal));
    }

    /// <summary>Sends the form of a draft with a picture.</summary>
    public static async Task<HttpResponseMessage> PostCoverAsync(
        this Visitor author,
        string id,
        byte[]? picture,
        string text = "",
        string handler = "Cover",
        string title = "有封面的课"
    )
    {
        var page = await author.PageAsync("/my/resources/" + id);
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("#work input[type=hidden]"))
            form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var (name, value) in WorkPage.Fields(title))
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(text), "Form.CoverText");
        if (picture is not null)
        {
            var file = new ByteArrayContent(picture);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(file, "Cover", "我的照片.jpg");
        }
        return await author.Client.PostAsync($"/my/resources/{id}?handler={handler}", form);
    }

    /// <summary>Puts a picture on the draft, past the page.</summary>
    public static Task SetCoverAsync(this Stage stage, string id, byte[] picture) =>
        stage.Site.InScopeAsync(async services =>
        {
            var intake = services.GetRequiredService<CoverIntake>();
            using var content = new MemoryStream(picture);
            var cover = await intake.TakeAsync(content, Words, default);
            var version = (await stage.WorkAsync(id)).Working!;
            await stage.AsAuthorAsync(drafts =>
                drafts.SaveAsync(id, version.Revision, version.Content with { Cover = cover }, stage.Author)
            );
        });

    /// <summary>A stored file.</summary>
    public static async Task<byte[]> BytesAsync(this Stage stage, string hash)
    {
        await using var stored = (await stage.Site.Services.GetRequiredService<IBlobStore>().OpenAsync(hash))!;
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);
        return copy.ToArray();
    }
}
