using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>The words that teachers set over the parts of a document, and the marks before and after them.</summary>
internal static partial class Headings
{
    /// <summary>Field keys beside those of the sections.</summary>
    public const string Title = "title";
    public const string Grade = "grade";
    public const string Periods = "periods";
    public const string Minutes = "minutes";
    public const string Keywords = "keywords";
    public const string Authors = "authors";
    public const string Hosts = "hosts";
    public const string Process = "process";

    /// <summary>Known and of no interest to the form: kept with the other text.</summary>
    public const string Ignored = KindProfile.Other;

    /// <summary>A heading at the beginning of a line, and what stands behind it on the same line.</summary>
    /// <param name="Key">Field it announces.</param>
    /// <param name="Rest">Text behind it.</param>
    public sealed record Found(string Key, string Rest);

    /// <summary>Looks for a heading of that kind of work at the beginning of a line.</summary>
    /// <param name="kind">Kind of work.</param>
    /// <param name="line">The line.</param>
    /// <param name="isHeading">The line looks like a heading, so it needs neither number nor colon.</param>
    public static Found? Find(WorkKind kind, string line, bool isHeading)
    {
        var text = line.Trim();
        var bracketed = Bracketed().Match(text);
        if (bracketed.Success && MarkedKey(kind, bracketed.Groups["word"].Value) is { } inBrackets)
            return new Found(inBrackets, (NoteOf(bracketed.Groups["word"].Value) + " " + StripColon(text[bracketed.Length..])).Trim());
        var number = NumberLength(text);
        var plain = text[number..].Trim();
        var colon = plain.IndexOfAny([':', '\uff1a', '—']);
        if (colon is > 0 and <= MaxBeforeColon && MarkedKey(kind, plain[..colon]) is { } beforeColon && IsColon(plain, colon, beforeColon))
            return new Found(beforeColon, (NoteOf(plain[..colon]) + " " + plain[(colon + 1)..].TrimStart('—').Trim()).Trim());
        var marked = isHeading || number > 0;
        if ((marked ? MarkedKey(kind, plain) : Key(kind, plain)) is { } whole && (marked || Squeeze(plain).Length >= 3))
            return new Found(whole, NoteOf(plain));
        return BeforeSpace(kind, plain, marked);
    }

    // 认知层面——…: a dash stands for a colon behind the kinds of goals only; 行动——我的公约 is a step.
    private static bool IsColon(string text, int at, string key) =>
        text[at] != '—' || (at > 2 && key is "goalCognition" or "goalEmotion" or "goalBehaviour");

    /// <summary>The field that a label cell of a form table announces.</summary>
    public static string? Key(WorkKind kind, string label) => HeadingWords.Key(kind, Bare(label));

    // A word with a mark around it may be a longer one than the table knows.
    private static string? MarkedKey(WorkKind kind, string label) =>
        Key(kind, label) ?? (kind == WorkKind.Lesson ? LabelParts.KeyOfEnding(Bare(label)) : null);

    // 设计者 Designer
    private static string Bare(string label) => Latin().Replace(Squeeze(TrailingNote().Replace(label.Trim(), "")), "");

    /// <summary>A label cell of a form table; what stands in brackets behind its word is no part of it.</summary>
    public static Found? Label(WorkKind kind, string label) =>
        MarkedKey(kind, StripNumber(label)) is { } key ? new Found(key, NoteOf(label))
        : Bracketed().Match(label) is { Success: true } match
        && match.Length == label.Length
        && MarkedKey(kind, match.Groups["word"].Value) is { } inner
            ? new Found(inner, "")
        : null;

    /// <summary>Marks of numbering at the beginning of a line: 一、 （一） 1. ①.</summary>
    public static string StripNumber(string line) => line.Trim()[NumberLength(line.Trim())..].Trim();

    private static int NumberLength(string text) => Number().Match(Glyphs.Fold(text, MaxNumber)).Length;

    // "教学重点  认识情绪": a heading set off by wide space only.
    private static Found? BeforeSpace(WorkKind kind, string plain, bool marked)
    {
        var gap = WideSpace().Match(plain);
        if (!gap.Success || gap.Index > 10 || Key(kind, plain[..gap.Index]) is not { } key)
            return null;
        var rest = plain[(gap.Index + gap.Length)..].Trim();
        var isSure = marked || Squeeze(plain[..gap.Index]).Length >= 3 || (gap.Index == 2 && Key(kind, rest.Split(' ')[0]) is null);
        return isSure ? new Found(key, rest) : null;
    }

    // 教学准备（师生）: what stands in brackets behind the word is no part of it, but must not be lost.
    private static string NoteOf(string label) => TrailingNote().Match(label.Trim()).Value.TrimEnd(':', '\uff1a');

    /// <summary>Whether a field is a fact of one line that does not swallow the lines below it.</summary>
    public static bool IsOneLine(string key) => key is Grade or Periods or Minutes or Authors or Hosts or Keywords;

    private const int MaxNumber = 60;

    // Difficult points 教学难点：
    private const int MaxBeforeColon = 26;

    private static string StripColon(string text) => text.TrimStart(' ', '\u3000', ':', '\uff1a').Trim();

    private static string Squeeze(string word) => Blanks().Replace(word, "").TrimEnd(':', '\uff1a');

    [GeneratedRegex(
        @"^\s*(?:附\s?[:：]|[\(（\u3014\[]\s*[0-9一二三四五六七八九十]{1,3}\s*[\)）\u3015\]]\s*[、.．]?|第[一二三四五六七八九十0-9]{1,3}[部节章][分]?[、:：]?|[一二三四五六七八九十]{1,3}(?:\s*[、.．,，:：]|[\s\u3000]+(?=[\u4e00-\u9fff]{2}))|[0-9]{1,2}(?:[.．][0-9]{1,2})+[、.．]?[\s\u3000]*(?=[^\s0-9分秒])|[0-9]{1,2}\s*[、.．)）](?![0-9])|[0-9]{1,2}[\s\u3000]+(?=[\u4e00-\u9fff])|[\u2460-\u2473\u3220-\u3229]\s*[、.．]?|[A-Ga-g]\s?[、.．)）]\s*(?=[\u4e00-\u9fff])|[\p{So}\p{Co}•·※§◦‣►➢→◇△▽√×]{1,3}|[#＃]{1,6}\s)\s*"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:[0-9一二三四五六七八九十]{1,3}[、.．]\s*)?[【\[〔「『《〖](?<word>[^】\]〕」』》〗]{1,16})[】\]〕」』》〗]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])[A-Za-z]{2,20}$|^[A-Za-z]{2,20}(?=[\u4e00-\u9fff])")]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\s\u3000\u00a0]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[ \u3000\u00a0\t]+")]
    private static partial Regex WideSpace();

    [GeneratedRegex(@"[\(（][^\)）]{0,12}[\)）]\s*[:：]?$")]
    private static partial Regex TrailingNote();
}
