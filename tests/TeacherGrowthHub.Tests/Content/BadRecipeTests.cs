using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Content;

public sealed class BadRecipeTests
{
    private static readonly Dictionary<string, string> NoRecipes = new()
    {
        ["nothing"] = "",
        ["no json"] = "教案",
        ["half a file"] = "{\"steps\":[",
        ["an array"] = "[]",
        ["null"] = "null",
        ["no steps"] = "{\"name\":\"x\"}",
        ["steps of a wrong type"] = "{\"steps\":\"x\"}",
        ["a step that is null"] = "{\"steps\":[null]}",
        ["a step without a name"] = "{\"steps\":[{\"data\":[]}]}",
        ["a step with a number for a name"] = "{\"steps\":[{\"name\":1}]}",
        ["65 levels"] = "{\"steps\":[{\"name\":\"content\",\"data\":" + new string('[', 65) + new string(']', 65) + "}]}",
        ["a key twice"] = "{\"steps\":[],\"steps\":[]}",
        ["UTF-32 nonsense"] = "\0\0\0{",
    };

    public static TheoryData<DatabaseProvider, string> Steps
    {
        get
        {
            var all = new TheoryData<DatabaseProvider, string>();
            foreach (var name in BadRecipes.Steps.Keys)
            {
                all.Add(DatabaseProvider.Sqlite, name);
                all.Add(DatabaseProvider.Postgres, name);
            }
            return all;
        }
    }

    public static TheoryData<string> Files => [.. NoRecipes.Keys];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Should_refuse_in_chinese_and_write_nothing(DatabaseProvider provider, string what)
    {
        var site = await TestSite.OnAsync(provider);
        var role = "Bad" + Guid.NewGuid().ToString("N")[..12];
        var recipe =
            $$"""{"name":"{{role}}","steps":[{"name":"Roles","Roles":[{"Name":"{{role}}","Description":"d","Permissions":[]}]},{{BadRecipes.Steps[what]}}]}""";
        var refusal = await Should.ThrowAsync<RefusedException>(() => ImportAsync(site, recipe));
        refusal.Message.ShouldMatch(@"[\u4e00-\u9fff]{2,}");
        (await site.InScopeAsync(services => IsWrittenAsync(services, role))).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Should_refuse_a_file_that_is_no_recipe(string what)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var refusal = await Should.ThrowAsync<RefusedException>(() => ImportAsync(site, NoRecipes[what]));
        refusal.Message.ShouldMatch(@"[\u4e00-\u9fff]{2,}");
    }

    [Theory]
    [InlineData("\ufeff", "")]
    [InlineData("// head\n", "/* foot */")]
    [InlineData(" \r\n\t", "\n\n")]
    public async Task Should_take_marks_of_order_comments_and_space_around_a_good_one(string before, string after)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var json = $$"""{{before}}{"name":"x","steps":[/* one */{{BadRecipes.Good}},]}{{after}}""";
        (await ImportAsync(site, json, dryRun: true)).Count(RecipeOutcome.Created).ShouldBe(1);
    }

    [Fact]
    public async Task Should_take_sixty_four_levels()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        const int around = 5;
        var deep = new string('[', 64 - around) + new string(']', 64 - around);
        var json =
            $$"""{"steps":[{"name":"content","data":[{"ContentItemId":"{{BadRecipes.IdOfGood}}","ContentType":"Blog","Deep":{{deep}}}]}]}""";
        (await ImportAsync(site, json, dryRun: true)).Count(RecipeOutcome.Unknown).ShouldBe(1);
    }

    [Fact]
    public async Task Should_not_unpack_a_bomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
                zip.Write(new byte[1 << 20]);
        }
        var bomb = Convert.ToBase64String(packed.ToArray());
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var json = $$"""{"steps":[{"name":"content","data":"[js: gzip('{{bomb}}')]"}]}""";
        (await Should.ThrowAsync<RefusedException>(() => ImportAsync(site, json))).Message.ShouldContain("展开");
    }

    [Fact]
    public async Task Should_refuse_recipes_that_run_one_another_without_end()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("hub-recipe-").FullName;
        var path = Path.Combine(folder, "self.recipe.json");
        await File.WriteAllTextAsync(path, """{"name":"self","steps":[{"name":"recipes","Values":[{"name":"self"}]}]}""");
        var refusal = await Should.ThrowAsync<RefusedException>(() =>
            site.InScopeAsync(services => services.GetRequiredService<RecipeExecutor>().ImportAsync(path, dryRun: false))
        );
        refusal.Message.ShouldContain("太深");
    }

    private static Task<RecipeImport> ImportAsync(TestSite site, string json, bool dryRun = false) =>
        site.InScopeAsync(async services =>
        {
            using var upload = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var recipe = await RecipeFile.ReadUploadAsync(upload, "bad.recipe.json", default);
            return await services.GetRequiredService<RecipeExecutor>().ImportAsync(recipe, dryRun);
        });

    private static async Task<bool> IsWrittenAsync(IServiceProvider services, string role)
    {
        var database = services.GetRequiredService<HubDbContext>();
        return await database.Set<PortalRole>().AnyAsync(r => r.Name == role)
            || await database.Set<AuditEntry>().AnyAsync(line => line.SubjectId == role)
            || await database.Set<TeacherGrowthHub.ResourceBank.Domain.Work>().AnyAsync(work => work.Id == BadRecipes.IdOfGood);
    }
}
