namespace TeacherGrowthHub.Tests.Content;

/// <summary>Recipes that must be refused, by what is wrong with them. Ids differ from every real one.</summary>
internal static class BadRecipes
{
    private const string Id = "01m6a6ft00badbadbadbadbad0";
    private const string Other = "01m6a6ft00badbadbadbadbad1";
    private const string Dates = "\"CreatedUtc\":\"2026-01-01T00:00:00Z\",\"PublishedUtc\":\"2026-01-01T00:00:00Z\"";
    private const string Year = "\"Year\":2401,\"Start\":\"2401-09-01\",\"End\":\"2402-08-31\"";

    /// <summary>Single steps.</summary>
    public static readonly Dictionary<string, string> Steps = new()
    {
        ["content without data"] = Step("content", "\"x\":1"),
        ["data that is an object"] = Content("{}"),
        ["an item that is null"] = Content("[null]"),
        ["an item that is a text"] = Content("[\"x\"]"),
        ["an item without id"] = Content("[{\"ContentType\":\"Lesson\"}]"),
        ["an id that is an object"] = Content("[{\"ContentItemId\":{},\"ContentType\":\"Lesson\"}]"),
        ["an id of another shape"] = Content("[{\"ContentItemId\":\"1; DROP TABLE Works\",\"ContentType\":\"Lesson\"}]"),
        ["an item without type"] = Content($"[{{\"ContentItemId\":\"{Id}\"}}]"),
        ["an id twice"] = Content($"[{Foreign(Id)},{Foreign(Id)}]"),
        ["half a surrogate"] = Content($"[{{\"ContentItemId\":\"{Id}\",\"ContentType\":\"Lesson\",\"DisplayText\":\"\\ud842\"}}]"),
        ["a key twice below"] = Content($"[{{\"ContentItemId\":\"{Id}\",\"ContentItemId\":\"{Id}\"}}]"),
        ["a work without its part"] = Work(part: null),
        ["a work whose part is a text"] = Work(part: "\"x\""),
        ["a work without version"] = Content($"[{{\"ContentItemId\":\"{Id}\",\"ContentType\":\"Lesson\",\"ResourcePart\":{{}},{Dates}}}]"),
        ["periods in words"] = Work("{\"Periods\":{\"Value\":\"x\"}}"),
        ["periods that are half"] = Work("{\"Periods\":{\"Value\":1.5}}"),
        ["periods beyond all numbers"] = Work("{\"Periods\":{\"Value\":99999999999999999999}}"),
        ["periods beyond the limit"] = Work("{\"Periods\":{\"Value\":100}}"),
        ["minutes without a field"] = Work("{\"Minutes\":45}"),
        ["a grade in words"] = Work("{\"Grades\":{\"Values\":[\"abc\"]}}"),
        ["a grade that is not"] = Work("{\"Grades\":{\"Values\":[\"99\"]}}"),
        ["a grade that is null"] = Work("{\"Grades\":{\"Values\":[null]}}"),
        ["grades that are a text"] = Work("{\"Grades\":{\"Values\":\"7\"}}"),
        ["a flag in words"] = Work("{\"IsSample\":{\"Value\":\"maybe\"}}"),
        ["a summary that is a list"] = Work("{\"Summary\":{\"Text\":[1]}}"),
        ["a title part that is a text"] = Work(more: "\"TitlePart\":\"x\""),
        ["a title without end"] = Work(more: $"\"TitlePart\":{{\"Title\":\"{new string('题', 1 << 20)}\"}}"),
        ["a text of a wrong type"] = Work(more: "\"Lesson\":{\"ideas\":[]}"),
        ["steps that are a text"] = Work(more: "\"Steps\":{\"ContentItems\":\"x\"}"),
        ["a step that is a number"] = Work(more: "\"Steps\":{\"ContentItems\":[1]}"),
        ["a step without LessonStep"] = Work(more: "\"Steps\":{\"ContentItems\":[{\"ContentType\":\"LessonStep\"}]}"),
        ["a step with minutes in words"] = Work(more: "\"Steps\":{\"ContentItems\":[{\"LessonStep\":{\"Minutes\":\"x\"}}]}"),
        ["a step whose name is null"] = Work(more: "\"Steps\":{\"ContentItems\":[{\"LessonStep\":{\"Name\":null}}]}"),
        ["a date in words"] = Work(dates: "\"CreatedUtc\":\"gestern\",\"PublishedUtc\":\"2026-02-30T00:00:00Z\""),
        ["no date"] = Work(dates: "\"CreatedUtc\":null"),
        ["two works with one version"] = Content($"[{Item(Id, "{}")},{Item(Other, "{}")}]"),
        ["a taxonomy without alias"] = Taxonomy("\"TaxonomyPart\":{\"Terms\":[]}"),
        ["a taxonomy without terms"] = Taxonomy("\"AliasPart\":{\"Alias\":\"bad\"}"),
        ["terms of a wrong type"] = Terms("\"x\""),
        ["a term that is null"] = Terms("[null]"),
        ["a term without code"] = Terms($"[{Term(Id, "{}")}]"),
        ["a term without fields"] = Terms($"[{{\"ContentItemId\":\"{Id}\",\"ContentType\":\"t\",\"DisplayText\":\"x\"}}]"),
        ["a term twice"] = Terms($"[{Term(Id, Code("a"))},{Term(Id, Code("b"))}]"),
        ["a code twice"] = Terms($"[{Term(Id, Code("a"))},{Term(Other, Code("a"))}]"),
        ["roles without permissions"] = Step("Roles", "\"Roles\":[{\"Name\":\"Bad\",\"Description\":\"x\"}]"),
        ["a role without name"] = Step("Roles", "\"Roles\":[{\"Description\":\"x\",\"Permissions\":[]}]"),
        ["a permission that is null"] = Step("Roles", "\"Roles\":[{\"Name\":\"Bad\",\"Description\":\"x\",\"Permissions\":[null]}]"),
        ["an unknown behaviour"] = Step(
            "Roles",
            "\"Roles\":[{\"Name\":\"Bad\",\"Description\":\"x\",\"Permissions\":[],\"PermissionBehavior\":\"Eat\"}]"
        ),
        ["a site without name"] = Step("settings", "\"SiteName\":null"),
        ["settings that cannot be read back"] = Step("settings", "\"ResourceSettings\":{\"MaxFileBytes\":\"viel\"}"),
        ["settings with a null"] = Step("settings", "\"SiteProfile\":{\"SiteName\":null}"),
        ["media without a path"] = Media("\"Base64\":\"AA==\""),
        ["media with broken base64"] = Media("\"TargetPath\":\"a.png\",\"Base64\":\"***\""),
        ["media from elsewhere"] = Media("\"TargetPath\":\"a.png\",\"SourceUrl\":\"http://example.org/a.png\""),
        ["media above its folder"] = Media("\"TargetPath\":\"a.png\",\"SourcePath\":\"../../etc/passwd\""),
        ["media with a NUL in its path"] = Media("\"TargetPath\":\"a.png\",\"SourcePath\":\"a\\u0000b\""),
        ["a packed text that is none"] = Step("content", "\"data\":\"[js: gzip('AAAA')]\""),
        ["base64 that is none"] = Step("content", "\"data\":\"[js: base64('*')]\""),
        ["a year that ends before it begins"] = Calendar("\"Year\":2401,\"Start\":\"2402-09-01\",\"End\":\"2401-08-31\",\"Terms\":[]"),
        ["a day that is not"] = Calendar("\"Year\":2401,\"Start\":\"2401-02-30\",\"End\":\"2402-08-31\",\"Terms\":[]"),
        ["a year without terms"] = Calendar(Year),
        ["a term outside its year"] = Calendar(Year + ",\"Terms\":[{\"Number\":1,\"Start\":\"2400-09-01\",\"End\":\"2401-10-01\"}]"),
        ["years that overlap"] = Calendar(
            $"{Year},\"Terms\":[]}},{{\"Year\":2402,\"Start\":\"2402-08-31\",\"End\":\"2403-08-31\",\"Terms\":[]"
        ),
        ["a school without name"] = Schools($"{{\"OrganizationId\":\"{Id}\",\"Code\":\"x\",\"Kind\":\"School\"}}"),
        ["a school of no kind"] = Schools(School(Id, "x", "\"Circus\"")),
        ["a school of kind 99"] = Schools(School(Id, "x", "99")),
        ["a code that is a path"] = Schools(School(Id, "../x", "\"School\"")),
        ["a school below none"] = Schools(School(Id, "x", "\"School\"", ",\"Parent\":\"nowhere/\"")),
        ["a school twice"] = Schools(School(Id, "x", "\"School\"") + "," + School(Id, "y", "\"School\"")),
        ["a path twice"] = Schools(School(Id, "x", "\"School\"") + "," + School(Other, "x", "\"School\"")),
        ["a teacher without number"] = Step("TeacherGrowthHub.Teachers", $"\"Teachers\":[{{\"TeacherId\":\"{Id}\",\"Name\":\"x\"}}]"),
        ["a teacher at no school"] = Teacher("\"Posts\":[{\"PostId\":\"p\",\"Organization\":\"nowhere/\",\"From\":\"2020-09-01\"}]"),
        ["a post that is null"] = Teacher("\"Posts\":[null]"),
        ["a duty of no kind"] = Teacher("\"Duties\":[{\"DutyId\":\"d\",\"Kind\":\"Clown\",\"From\":\"2020-09-01\"}]"),
        ["accounts without ids"] = Step("TeacherGrowthHub.DemoAccounts", "\"Accounts\":[{\"Number\":\"x\",\"Name\":\"x\"}]"),
        ["recipes without names"] = Step("recipes", "\"Values\":[{\"executionid\":\"x\"}]"),
        ["a recipe with a NUL in its name"] = Step("recipes", "\"Values\":[{\"name\":\"a\\u0000\"}]"),
        ["a recipe that is not there"] = Step("recipes", "\"Values\":[{\"name\":\"../../appsettings\"}]"),
    };

    /// <summary>A lesson that is taken.</summary>
    public static string Good => Content($"[{Item(Id, "{}")}]");

    public static string IdOfGood => Id;

    private static string Step(string name, string rest) => $"{{\"name\":\"{name}\",{rest}}}";

    private static string Content(string data) => Step("content", "\"data\":" + data);

    private static string Foreign(string id) => $"{{\"ContentItemId\":\"{id}\",\"ContentType\":\"Blog\"}}";

    private static string Item(string id, string? part, string dates = Dates, string? more = null) =>
        $"{{\"ContentItemId\":\"{id}\",\"ContentItemVersionId\":\"{Other}\",\"ContentType\":\"Lesson\",\"DisplayText\":\"坏配方\",{dates}"
        + (part is null ? "" : $",\"ResourcePart\":{part}")
        + (more is null ? "" : "," + more)
        + "}";

    private static string Work(string? part = "{}", string dates = Dates, string? more = null) =>
        Content($"[{Item(Id, part, dates, more)}]");

    private static string Taxonomy(string parts) => Content($"[{{\"ContentItemId\":\"{Id}\",\"ContentType\":\"Taxonomy\",{parts}}}]");

    private static string Terms(string terms) => Taxonomy($"\"AliasPart\":{{\"Alias\":\"bad\"}},\"TaxonomyPart\":{{\"Terms\":{terms}}}");

    private static string Term(string id, string fields) =>
        $"{{\"ContentItemId\":\"{id}\",\"ContentType\":\"t\",\"DisplayText\":\"x\",\"TaxonomyTerm\":{fields}}}";

    private static string Code(string code) => $"{{\"Code\":{{\"Text\":\"{code}\"}}}}";

    private static string Media(string file) => Step("media", $"\"Files\":[{{{file}}}]");

    private static string Calendar(string year) => Step("TeacherGrowthHub.SchoolCalendar", $"\"SchoolYears\":[{{{year}}}]");

    private static string Schools(string items) => Step("TeacherGrowthHub.Organizations", $"\"Organizations\":[{items}]");

    private static string School(string id, string code, string kind, string more = "") =>
        $"{{\"OrganizationId\":\"{id}\",\"Code\":\"{code}\",\"Name\":\"x\",\"Kind\":{kind}{more}}}";

    private static string Teacher(string more) =>
        Step("TeacherGrowthHub.Teachers", $"\"Teachers\":[{{\"TeacherId\":\"{Id}\",\"TeacherNumber\":\"bad\",\"Name\":\"x\",{more}}}]");
}
