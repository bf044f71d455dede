using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Chinese unless a person chose English (cookie, or <c>?culture=en</c>); a browser's language decides nothing.</summary>
public sealed class HubCultures : IConfigureOptions<RequestLocalizationOptions>
{
    public void Configure(RequestLocalizationOptions options)
    {
        CultureInfo[] cultures = [new("zh-CN"), new("en")];
        options.DefaultRequestCulture = new RequestCulture(cultures[0]);
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { Options = options },
            new CookieRequestCultureProvider { Options = options, CookieName = "hub.culture" },
        ];
    }
}
