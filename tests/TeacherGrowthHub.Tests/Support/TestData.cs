namespace TeacherGrowthHub.Tests.Support;

/// <summary>Where tests find real data and servers. A clone elsewhere has none: such tests are skipped; in CI they fail.</summary>
public static class TestData
{
    public static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The folder of real data, or a skip (a failure in CI).</summary>
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("HUB_TEST_DATA") ?? Path.Combine(Repository, "../shared/data");
        var folder = Path.GetFullPath(Path.Combine(root, name));
        if (!Directory.Exists(folder) && !IsCi)
            Assert.Skip($"The real test data is not here ({folder}); name its folder with HUB_TEST_DATA.");
        Directory.Exists(folder).ShouldBeTrue($"CI must have the real test data at {folder}");
        return folder;
    }

    /// <summary>Connection string of a throw-away PostgreSQL server, or a skip (a failure in CI).</summary>
    public static string Postgres
    {
        get
        {
            var server = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES");
            if (server is null && !IsCi)
                Assert.Skip("No PostgreSQL for tests; ./hub test starts one, or name it with HUB_TEST_POSTGRES.");
            return server.ShouldNotBeNull("CI must have a PostgreSQL server");
        }
    }

    /// <summary>Goes on where an optional program is installed; skips (fails in CI) where it is not.</summary>
    public static void Program(string name)
    {
        var isHere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, name)));
        if (!isHere && !IsCi)
            Assert.Skip($"The optional program {name} is not installed; ./hub test installs it where it may.");
        isHere.ShouldBeTrue($"CI must have {name}");
    }

    /// <summary>The root of the checkout.</summary>
    public static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TeacherGrowthHub.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("TeacherGrowthHub.sln");
        return folder;
    }
}
