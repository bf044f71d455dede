using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeacherGrowthHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>A passkey from registration to sign-in, with a virtual authenticator.</summary>
public sealed class PasskeyTests(Browser browser)
{
    [Fact]
    public async Task Should_add_a_passkey_and_sign_in_with_it_alone()
    {
        var page = await browser.VisitAsync();
        // Passkeys belong to a host name, and an address is none.
        var site = $"http://localhost:{browser.Site.Address.Port}";
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = JsonSerializer.SerializeToElement(
                    new
                    {
                        protocol = "ctap2",
                        transport = "internal",
                        hasResidentKey = true,
                        hasUserVerification = true,
                        isUserVerified = true,
                        automaticPresenceSimulation = true,
                    }
                ),
            }
        );
        await page.GotoAsync(site + "/account/signin");
        await page.FillAsync("#login", "demo-peer");
        await page.FillAsync("#password", TestSite.Password);
        await page.ClickAsync("main form button[type=submit]:has-text('登录')");
        await Expect(page).ToHaveURLAsync(new Regex("/my$"));

        await page.GotoAsync(site + "/my/security");
        await page.FillAsync("#passkeyname", "测试电脑");
        await page.ClickAsync("text=添加通行密钥");
        await Expect(page.Locator(".hub-done")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("测试电脑");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(site + "/account/signin");
        await page.ClickAsync("text=用通行密钥登录");
        await Expect(page).ToHaveURLAsync(new Regex("/my$"));
        await page.GotoAsync(site + "/my/security");
        await page.ClickAsync("a:has-text('移除')");
        await page.FillAsync("#password", TestSite.Password);
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("测试电脑");
    }
}
