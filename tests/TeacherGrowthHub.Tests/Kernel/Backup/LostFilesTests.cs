using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Backup;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel.Backup;

/// <summary>A store that has lost what the database names; the backup is where that is noticed.</summary>
public sealed class LostFilesTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_say_which_stored_file_is_gone_or_rotten_and_go_on_only_when_told(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var gone = await FileAsync(site, 1);
        var rotten = await FileAsync(site, 2);
        var archive = Installation.NewArchive();
        await Installation.BackUpAsync(site, new BackupRequest(archive));
        await site.Services.GetRequiredService<IBlobStore>().DeleteAsync(gone);
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "blobs", rotten[..2], rotten), "rot");

        var refusal = await Should.ThrowAsync<BackupRefusedException>(() =>
            Installation.BackUpAsync(site, new BackupRequest(archive, Overwrite: true))
        );

        refusal.Message.ShouldContain("2 stored files");
        refusal.Message.ShouldContain(rotten);
        File.Exists(archive + ".partial").ShouldBeFalse();
        var elsewhere = await Installation.EmptyAsync(provider);
        (await elsewhere.RestoreAsync(archive)).Lost.ShouldBeEmpty("the older archive is still the whole one");
        var told = await Installation.BackUpAsync(site, new BackupRequest(archive, Overwrite: true, AllowLost: true));
        told.Lost.ShouldBe([rotten, gone], ignoreOrder: true);
        (await (await Installation.EmptyAsync(provider)).RestoreAsync(archive)).Lost.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_begin_an_upload_again_that_was_on_its_way()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        var teacher = await Visitor.SignedInAsync(site, "demo-teacher");
        var work = await WorkAsync(teacher);
        var address = await Tus.OpenAsync(teacher, work, "a.txt", 4);
        await Tus.SendAsync(teacher, address, 0, "ab"u8.ToArray());
        var archive = Installation.NewArchive();
        await Installation.BackUpAsync(site, new BackupRequest(archive));
        var elsewhere = await Installation.EmptyAsync(DatabaseProvider.Sqlite);
        await elsewhere.RestoreAsync(archive);
        await using var restored = await elsewhere.StartAsync();
        using var again = await Visitor.SignedInAsync(restored, "demo-teacher");
        (await Tus.OffsetAsync(again, address)).ShouldBe("0");
        (await Tus.SendAsync(again, address, 0, "abcd"u8.ToArray())).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
    }

    private static async Task<string> WorkAsync(Visitor teacher)
    {
        var answer = await teacher.SendJsonAsync(HttpMethod.Post, "/api/v1/resources", """{"kind":"lesson"}""");
        return System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
    }

    private static async Task<string> FileAsync(TestSite site, byte mark)
    {
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var stage = new Stage(site, school, await cast.TeacherAsync(school), await cast.TeacherAsync(school));
        var id = await stage.DraftAsync();
        byte[] bytes = [0x89, .. "PNG"u8, mark];
        return await site.InScopeAsync(async services =>
            (await services.GetRequiredService<FileIntake>().AddAsync(id, "a.png", new MemoryStream(bytes), stage.Author, default)).Hash
        );
    }
}
