using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>Every page at two widths in two colours: nothing for axe to find, no sideways scroll, no error in the console.</summary>
public sealed class PagesTests(Browser browser)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    };

    public static TheoryData<string, string?, int, bool> Pages
    {
        get
        {
            (string Path, string? User)[] pages =
            [
                ("/", null),
                ("/resources", null),
                ("/search?q=%E6%83%85%E7%BB%AA", null),
                ("/search?q=zzzzzz", null),
                ("sample", null),
                ("/account/signin", null),
                ("/account/activate", null),
                ("/account/forgotten", null),
                ("/help", null),
                ("/help/privacy", null),
                ("/help/accessibility", null),
                ("/my", "demo-teacher"),
                ("/my/resources", "demo-teacher"),
                ("/my/resources/new", "demo-teacher"),
                ("draft", "demo-teacher"),
                ("preview", "demo-teacher"),
                ("case", "demo-teacher"),
                ("/my/profile", "demo-teacher"),
                ("/my/notifications", "demo-teacher"),
                ("/account/password", "demo-teacher"),
                ("/my/privacy", "demo-teacher"),
                ("/my/privacy/close", "demo-teacher"),
                ("/my", "demo-county"),
                ("/review", "demo-city"),
                ("submission", "demo-school"),
                ("/admin", "demo-admin"),
                ("/admin/audit", "demo-admin"),
            ];
            (string Path, string? User)[] administration =
            [
                ("/admin/organizations", "demo-city"),
                ("/admin/teachers", "demo-city"),
                ("record", "demo-school"),
                ("/admin/teachers/new", "demo-school"),
                ("/admin/corrections", "demo-school"),
                ("/admin/year", "demo-school"),
                ("/admin/accounts", "demo-county"),
                ("/admin/imports", "demo-county"),
                ("/admin/imports?kind=hours", "demo-officer"),
                ("/admin/keys", "demo-admin"),
                ("/admin/roles", "demo-county"),
                ("/admin/messages", "demo-city"),
                ("/admin/acting", "demo-admin"),
                ("/my/security", "demo-teacher"),
                ("/my/security/app", "demo-teacher"),
                ("/my/correction", "demo-teacher"),
                ("/hours/rules", null),
                ("/hours/rules/edit", "demo-city"),
                ("/my/hours", "demo-teacher"),
                ("/my/hours/claims", "demo-teacher"),
                ("/my/hours/claims/new", "demo-teacher"),
                ("/my/hours/requests", "demo-teacher"),
                ("/certify", "demo-officer"),
                ("/certify/enter", "demo-officer"),
                ("/certify/requests", "demo-officer"),
                ("/certificates", "demo-officer"),
                ("/certificates/issue", "demo-officer"),
                ("/my/certificates", "demo-teacher"),
                ("/verify", null),
                ("/figures", "demo-city"),
                ("/figures/missing", "demo-city"),
                ("/figures/summary", "demo-school"),
                ("/figures/public", null),
                ("/figures/reminders", "demo-city"),
            ];
            var data = new TheoryData<string, string?, int, bool>();
            foreach (var (path, user) in pages)
            foreach (var width in new[] { 1280, 360 })
            foreach (var dark in new[] { false, true })
                data.Add(path, user, width, dark);
            // The pages of one work area share frame and parts: each colour and each width once.
            foreach (var (path, user) in administration)
            {
                data.Add(path, user, 1280, true);
                data.Add(path, user, 360, false);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Should_be_accessible_fit_and_load_without_errors(string path, string? user, int width, bool dark) =>
        LookAsync(browser, width, dark, user, page => OpenAsync(page, path));

    /// <summary>Opens a page and holds it against axe, its width and the console.</summary>
    internal static async Task LookAsync(Browser browser, int width, bool dark, string? user, Func<IPage, Task> open)
    {
        var page = await browser.VisitAsync(width, dark, user);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
        await open(page);
        var found = await page.RunAxe(Rules);
        found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        errors.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private async Task OpenAsync(IPage page, string path)
    {
        switch (path)
        {
            case "sample" or "case":
                await page.GotoAsync("/resources?kind=" + (path == "case" ? "case" : "lesson"));
                await FollowAsync(page, ".hub-hit h2 a", "/resources/0");
                break;
            case "draft" or "preview":
                await page.GotoAsync("/my/resources/new");
                await FollowAsync(page, "main form button[type=submit]", "/my/resources/0");
                if (path == "preview")
                    await FollowAsync(page, "text=预览", "/preview$");
                break;
            case "record":
                await page.GotoAsync("/admin/teachers");
                await FollowAsync(page, "main tbody a", "/admin/teachers/0");
                break;
            case "submission":
                var title = await Browser.SubmitCoursewareAsync(await browser.VisitAsync(user: "demo-teacher"));
                await page.GotoAsync("/review");
                await FollowAsync(page, $"text={title}", "/review/0");
                break;
            default:
                await page.GotoAsync(path);
                break;
        }
    }

    private static async Task FollowAsync(IPage page, string selector, string address)
    {
        await page.ClickAsync(selector);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address));
    }
}
