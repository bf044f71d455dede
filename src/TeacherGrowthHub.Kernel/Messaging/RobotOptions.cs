namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Section <c>Robots</c> of the configuration: which servers the site may be made to call.</summary>
public sealed class RobotOptions
{
    private static readonly string[] Official = ["https://qyapi.weixin.qq.com", "https://oapi.dingtalk.com"];

    /// <summary>Scheme, host and port of the allowed servers; empty allows those of 企业微信 and 钉钉 alone.</summary>
    public List<string> AllowedOrigins { get; set; } = [];

    /// <summary>
    /// Whether an address may be called. Who may add a robot must not be able to make the site call machines inside the network.
    /// </summary>
    public bool Allows(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (AllowedOrigins.Count > 0 ? AllowedOrigins : [.. Official]).Contains(
            address.GetLeftPart(UriPartial.Authority),
            StringComparer.OrdinalIgnoreCase
        );
}
