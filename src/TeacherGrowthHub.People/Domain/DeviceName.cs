namespace TeacherGrowthHub.People.Domain;

/// <summary>What a person recognises in the long name a browser gives itself: browser and system, as source texts.</summary>
public static class DeviceName
{
    /// <summary>Shown where nothing is recognised.</summary>
    public const string Unknown = "未知设备";

    // The first that matches: browsers that are built on others name those too.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger", "微信"),
        ("DingTalk", "钉钉"),
        ("Edg/", "Edge"),
        ("QQBrowser", "QQ浏览器"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>The browser.</summary>
    public static string BrowserOf(string? device) => Find(Browsers, device) ?? Unknown;

    /// <summary>The system it runs on; empty when not recognised.</summary>
    public static string SystemOf(string? device) => Find(Systems, device) ?? "";

    private static string? Find((string Mark, string Name)[] names, string? device) =>
        device is null ? null : Array.Find(names, name => device.Contains(name.Mark, StringComparison.Ordinal)).Name;
}
