using Microsoft.AspNetCore.Http;

namespace TeacherGrowthHub.People.Pages.Admin.Accounts;

/// <summary>The address at which an account is activated.</summary>
internal static class ActivationLink
{
    /// <summary>With number and code filled in, at the address the administrator has open.</summary>
    public static string Of(HttpRequest request, string number, string code) =>
        $"{Site(request)}/account/activate?login={Uri.EscapeDataString(number)}&code={code}";

    /// <summary>The site's address as it is printed.</summary>
    public static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
