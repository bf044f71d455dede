using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>What every page shares: who is asking, and how a refusal comes back beside its field with everything typed kept.</summary>
public abstract class HubPageModel : PageModel
{
    /// <summary>Key of the message shown once on the next page.</summary>
    public const string DoneKey = "done";

    /// <summary>Cookie that carries it. Only a request with this cookie touches TempData: touching it sets a cookie, which no cached page may.</summary>
    public const string DoneCookie = "hub.note";

    protected IStringLocalizer T => HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    protected ValueTask<HubUser> WhoAsync() =>
        HttpContext.RequestServices.GetRequiredService<IHubUserAccessor>().GetAsync(HttpContext.RequestAborted);

    /// <summary>Runs a change. When the rules refuse it, the page is shown again with the message.</summary>
    /// <param name="change">The change; answers where to go.</param>
    /// <param name="show">Loads what the page needs to be shown again.</param>
    protected async Task<IActionResult> AttemptAsync(Func<Task<IActionResult>> change, Func<Task>? show = null)
    {
        try
        {
            if (ModelState.IsValid)
                return await change();
        }
        catch (RefusedException refusal) when (refusal.Kind is RefusalKind.Invalid or RefusalKind.Conflict or RefusalKind.TooLarge)
        {
            ModelState.AddModelError(refusal.Field ?? "", Words(refusal));
        }
        if (show is not null)
            await show();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // A label that goes into a place of the text is a text itself.
    private string Words(RefusedException refusal) =>
        T[refusal.Text, [.. refusal.Arguments.Select(argument => argument is string word ? T[word].Value : argument)]];

    /// <summary>What stands in a field when the page is shown again: what was typed, even where it could not be read.</summary>
    public string? Typed(string field, object? value) =>
        ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.AttemptedValue : value?.ToString();

    /// <summary>Leaves a message (Chinese source text) for the page that follows.</summary>
    protected void Done(string text, params object[] arguments) => TempData[DoneKey] = T[text, arguments].Value;
}
