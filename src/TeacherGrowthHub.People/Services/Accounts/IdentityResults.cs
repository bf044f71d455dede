using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Identity's refusals as ours.</summary>
internal static class IdentityResults
{
    /// <exception cref="RefusedException">With the first message, a source text of <see cref="IdentityTexts"/>.</exception>
    public static async Task EnsureAsync(Task<IdentityResult> change, string? field = null)
    {
        var result = await change;
        if (!result.Succeeded)
            throw new RefusedException(result.Errors.First().Description) { Field = field };
    }
}
