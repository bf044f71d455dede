using Microsoft.AspNetCore.Http;

namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>A response with somebody's file in it: whatever the file holds, nothing of it may run in the site's name.</summary>
public static class SandboxedResponse
{
    /// <summary>The content security policy of such a response.</summary>
    public const string Policy = "default-src 'none'; sandbox";

    private static readonly object Key = new();

    public static void Sandbox(this HttpContext context) => context.Items[Key] = true;

    public static bool IsSandboxed(this HttpContext context) => context.Items.ContainsKey(Key);
}
