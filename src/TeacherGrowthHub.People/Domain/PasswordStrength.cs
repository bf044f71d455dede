using Zxcvbn;
using Engine = Zxcvbn.Zxcvbn;

namespace TeacherGrowthHub.People.Domain;

/// <summary>How long a password holds out against guessing (zxcvbn), and in a sentence why not longer.</summary>
/// <param name="Score">0 (guessed at once) to 4 (never).</param>
/// <param name="Problem">Source text: what is weak and how to do better.</param>
public sealed record PasswordStrength(int Score, string Problem)
{
    /// <summary>Least score of everybody's password.</summary>
    public const int Minimum = 2;

    /// <summary>Least score where a role administers something.</summary>
    public const int MinimumForAdministrators = 3;

    // The estimate takes time that grows with the square of the length; what is this long is strong or repeats itself.
    private const int Judged = 72;

    // Words of this country's guessers that no English list has.
    private static readonly string[] UsualWords =
    [
        "woaini",
        "5201314",
        "1314520",
        "laoshi",
        "xuexiao",
        "baoshan",
        "yunnan",
        "mima",
        "xinli",
    ];

    // Its lists of words are read once.
    private static readonly Engine Judge = new();

    /// <summary>Judges a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="words">The person's own: number, mobile number, name, e-mail address.</param>
    public static PasswordStrength Of(string password, IEnumerable<string> words)
    {
        var judged = password.Length > Judged ? password[..Judged] : password;
        var own = words.Where(word => word.Length > 1).ToList();
        var result = Judge.EvaluatePassword(judged, own.Concat(UsualWords));
        return new(result.Score, Reason(judged, own, [.. result.MatchSequence]));
    }

    private static string Reason(string password, List<string> own, List<Match> parts)
    {
        if (own.Exists(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return "密码里有您的姓名、工号、手机号或邮箱，认识您的人一猜就中。请换成三四个互不相干的词，或一句只有自己记得的话。";
        return parts.MaxBy(part => part.j - part.i)?.Pattern switch
        {
            "repeat" => "密码是同一段字符的反复，很容易猜中。请换成三四个互不相干的词，或一句只有自己记得的话。",
            "sequence" => "密码里有 abc、123 这样连续的字符，很容易猜中。请换成三四个互不相干的词，或一句只有自己记得的话。",
            "spatial" => "密码是键盘上相邻的一串键，很容易猜中。请换成三四个互不相干的词，或一句只有自己记得的话。",
            "date" or "year" or "digits" => "密码主要是日期或数字，很容易猜中。请换成三四个互不相干的词，或一句只有自己记得的话。",
            "dictionary" =>
                "密码主要是一个常用的词、名字或很多人用过的密码，很容易猜中。请再加两三个互不相干的词，或换成一句只有自己记得的话。",
            _ => "密码太短或太简单，很容易猜中。请再加两三个互不相干的词，或换成一句只有自己记得的话。",
        };
    }
}
