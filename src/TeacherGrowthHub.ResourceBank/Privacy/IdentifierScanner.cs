using System.Text;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Privacy;

/// <summary>What may tell who somebody is.</summary>
public enum IdentifierKind
{
    IdCard,
    Phone,
    Email,
    Account,
    Organization,
    ClassName,
    ExactDate,
}

/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins, in characters.</param>
/// <param name="Length">Characters.</param>
/// <param name="Text">The passage itself.</param>
/// <param name="Replacement">A neutral word to put in its place.</param>
public sealed record IdentifierFinding(IdentifierKind Kind, int Start, int Length, string Text, string Replacement);

/// <summary>
/// Finds in a case what identifies: ID-card numbers by their check digit, phones, e-mails, chat accounts, names of the
/// organisation tree, class names, dates to the day (domain 9.3 and 6.5).
/// </summary>
public sealed partial class IdentifierScanner
{
    // Words that are data of recognition, not of the interface.
    private const string SomeSchool = "某校";
    private const string SomeClass = "某班";
    private const string SomeDay = "某日";
    private const string Removed = "（已隐去）";
    private const int ShortestName = 3;
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CheckDigits = "10X98765432";
    private readonly IReadOnlyList<string> _organizations;

    /// <param name="organizations">Names of the organisation tree.</param>
    public IdentifierScanner(IEnumerable<string> organizations) =>
        _organizations = [.. organizations.Where(name => name.Length >= ShortestName).OrderByDescending(name => name.Length)];

    /// <summary>Kinds that an author cannot decide to keep.</summary>
    public static bool IsHard(IdentifierKind kind) => kind is IdentifierKind.IdCard or IdentifierKind.Phone or IdentifierKind.Email;

    /// <summary>Findings in order, none inside another.</summary>
    public IReadOnlyList<IdentifierFinding> Scan(string text)
    {
        var plain = HalfWidth(text);
        var found = new List<IdentifierFinding>();
        Add(IdCards().Matches(plain).Where(IsIdCard), IdentifierKind.IdCard, Removed);
        Add(Emails().Matches(plain), IdentifierKind.Email, Removed);
        Add(Mobiles().Matches(plain), IdentifierKind.Phone, Removed);
        Add(Landlines().Matches(plain), IdentifierKind.Phone, Removed);
        Add(Accounts().Matches(plain), IdentifierKind.Account, Removed);
        Add(Classes().Matches(plain), IdentifierKind.ClassName, SomeClass);
        Add(Dates().Matches(plain), IdentifierKind.ExactDate, SomeDay);
        foreach (var name in _organizations)
        {
            for (
                var at = text.IndexOf(name, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)
            )
                AddOne(IdentifierKind.Organization, at, name.Length, SomeSchool);
        }
        return [.. found.OrderBy(finding => finding.Start)];

        void Add(IEnumerable<Match> matches, IdentifierKind kind, string replacement)
        {
            foreach (var match in matches)
                AddOne(kind, match.Index, match.Length, replacement);
        }

        void AddOne(IdentifierKind kind, int start, int length, string replacement)
        {
            if (!found.Exists(other => start < other.Start + other.Length && other.Start < start + length))
                found.Add(new IdentifierFinding(kind, start, length, text.Substring(start, length), replacement));
        }
    }

    private static bool IsIdCard(Match match)
    {
        var digits = string.Concat(match.Value.Where(character => character is not (' ' or '-'))).ToUpperInvariant();
        if (digits.Length == 15)
            return IsMonthAndDay(digits.AsSpan(8, 4));
        return digits.Length == 18
            && IsMonthAndDay(digits.AsSpan(10, 4))
            && CheckDigits[Weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11] == digits[17];
    }

    private static bool IsMonthAndDay(ReadOnlySpan<char> digits) =>
        int.Parse(digits[..2]) is >= 1 and <= 12 && int.Parse(digits[2..]) is >= 1 and <= 31;

    // One character to one, so that positions stay those of the text.
    private static string HalfWidth(string text)
    {
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] is >= '\uff01' and <= '\uff5e')
                plain[i] = (char)(plain[i] - 0xfee0);
            else if (plain[i] is '\u3000' or '\u00a0')
                plain[i] = ' ';
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"(?<![0-9])[1-9](?:[ -]?[0-9]){13,16}(?:[ -]?[0-9Xx])(?![0-9])")]
    private static partial Regex IdCards();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64})+")]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<![0-9])(?:\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")]
    private static partial Regex Mobiles();

    [GeneratedRegex(@"(?<![0-9])\(?0[1-9][0-9]{1,2}\)?[ -]?[2-9][0-9]{6,7}(?![0-9])")]
    private static partial Regex Landlines();

    [GeneratedRegex(@"(?:QQ|qq|微信|wechat|WeChat)(?:号|群)?\s*[:是]?\s*(?=[A-Za-z0-9_-]*[0-9])[A-Za-z0-9_-]{5,20}")]
    private static partial Regex Accounts();

    [GeneratedRegex(
        @"(?:[初高][一二三]|[一二三四五六七八九]年级|[一二三四五六]年)\s*(?:[\(（〔\[]\s*[0-9一二三四五六七八九十]{1,3}\s*[\)）〕\]]|[0-9一二三四五六七八九十]{1,3})\s*班|(?<![0-9])[1-9][0-9]{0,3}\s*班(?![0-9级会主])|[\(（]\s*[0-9一二三四五六七八九十]{1,2}\s*[\)）]\s*班"
    )]
    private static partial Regex Classes();

    [GeneratedRegex(
        @"(?:(?:19|20)[0-9]{2}\s*年\s*)?[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号]|(?<![0-9])(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])"
    )]
    private static partial Regex Dates();
}
