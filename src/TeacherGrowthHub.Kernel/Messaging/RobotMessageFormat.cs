using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>
/// What the robots of 企业微信 and 钉钉 take: both <c>{"msgtype":"text","text":{"content":…}}</c>; 钉钉 with 加签 also a signature of
/// the time in the address (open.dingtalk.com, 自定义机器人安全设置).
/// </summary>
public static class RobotMessageFormat
{
    // developer.work.weixin.qq.com, 群机器人配置说明: text at most 2048 bytes of UTF-8.
    private const int MaxBytes = 2048;
    private const string Ellipsis = "…";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of a text message; a longer text is cut at a whole character.</summary>
    public static string Body(string text) => JsonSerializer.Serialize(new { msgtype = "text", text = new { content = Cut(text) } }, Json);

    /// <summary>The address to call, signed where the robot has a secret.</summary>
    public static Uri Address(GroupRobot robot, DateTimeOffset now)
    {
        if (robot.Kind != RobotKind.DingTalk || robot.Secret.Length == 0)
            return new Uri(robot.Url);
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(robot.Secret), Encoding.UTF8.GetBytes(timestamp + "\n" + robot.Secret));
        var sign = Uri.EscapeDataString(Convert.ToBase64String(hash));
        return new Uri($"{robot.Url}{(robot.Url.Contains('?') ? '&' : '?')}timestamp={timestamp}&sign={sign}");
    }

    private static string Cut(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MaxBytes)
            return text;
        var kept = new StringBuilder();
        var bytes = Encoding.UTF8.GetByteCount(Ellipsis);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MaxBytes)
                break;
            kept.Append(rune.ToString());
        }
        return kept.Append(Ellipsis).ToString();
    }
}
