using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeacherGrowthHub.BrowserTests;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

[assembly: AssemblyFixture(typeof(Browser))]

namespace TeacherGrowthHub.BrowserTests;

/// <summary>One Chromium and one demo site for all browser tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
    ];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            TestData.IsCi.ShouldBeFalse("CI must have Debian's Chromium");
            return;
        }
        Site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        await Site.SettleAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    /// <summary>A new visitor.</summary>
    /// <param name="width">Pixels: 1280 or 360.</param>
    /// <param name="dark">Dark colours.</param>
    /// <param name="user">Demo account to sign in; null stays a guest.</param>
    public async Task<IPage> VisitAsync(int width = 1280, bool dark = false, string? user = null)
    {
        if (_browser is null)
            Assert.Skip("Debian's Chromium is not here; apt-get install chromium.");
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = Site.Address.ToString(),
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = "zh-CN",
            }
        );
        var page = await context.NewPageAsync();
        if (user is not null)
            await SignInAsync(page, user);
        return page;
    }

    /// <summary>Signs a demo account in.</summary>
    public static async Task SignInAsync(IPage page, string user)
    {
        await page.GotoAsync("/account/signin");
        await page.FillAsync("#login", user);
        await page.FillAsync("#password", TestSite.Password);
        await page.ClickAsync("main button[type=submit]");
        // Looks at the address itself: waiting for the load event of a page that is already there can miss it.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/my$"));
    }

    /// <summary>Writes a small work as the signed-in teacher and hands it to the reviewers.</summary>
    /// <returns>Its title, which no other work has.</returns>
    public static async Task<string> SubmitCoursewareAsync(IPage teacher)
    {
        var title = "情绪卡片" + Guid.NewGuid().ToString("N")[..6];
        await teacher.GotoAsync("/my/resources/new");
        await teacher.CheckAsync("[name=Kind][value=courseware]");
        await teacher.ClickAsync("main form button[type=submit]");
        await teacher.FillAsync("#title", title);
        await teacher.CheckAsync("[name='Form.Stages'][value=P2]");
        await teacher.CheckAsync("[name='Form.Areas'][value=D]");
        await teacher.FillAsync("#introduction", "每组一套。");
        await teacher.CheckAsync("[name='Form.RightsStated']");
        await teacher.ClickAsync("text=提交审核");
        await Assertions.Expect(teacher).ToHaveURLAsync(new Regex("/my/resources$"));
        return title;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Site is not null)
            await Site.DisposeAsync();
    }
}
