using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages;

/// <summary>Remembers the chosen language on this device.</summary>
[AllowAnonymous]
public sealed class LanguageModel(TimeProvider clock) : HubPageModel
{
    public IActionResult OnGet(string culture)
    {
        if (culture is not ("zh-CN" or "en"))
            return NotFound();
        var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(culture)));
        Response.Cookies.Append(
            "hub.culture",
            value,
            new CookieOptions
            {
                Expires = clock.GetUtcNow().AddYears(1),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
            }
        );
        var back = Request.GetTypedHeaders().Referer;
        return LocalRedirect(back is not null && back.Authority == Request.Host.Value ? back.PathAndQuery : "/");
    }
}
