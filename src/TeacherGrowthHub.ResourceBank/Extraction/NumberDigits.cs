using System.Globalization;
using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Lays the digits of a number out in a section of a format: grouped, with literals between, as a fraction or with an exponent.</summary>
internal static class NumberDigits
{
    private const int MaxDecimals = 20;
    private const int MaxDenominator = 999;

    /// <param name="size">Not negative.</param>
    /// <param name="tokens">The section.</param>
    public static string Show(double size, List<FormatToken> tokens)
    {
        var exponent = tokens.FindIndex(token => token.Part == FormatPart.Exponent);
        if (exponent > 0)
            return ShowScientific(size, tokens[..exponent], tokens[exponent..]);
        var slash = tokens.FindIndex(token => token.Part == FormatPart.Slash);
        return slash > 0 && tokens[..slash].Any(IsDigit) ? ShowFraction(size, tokens, slash) : ShowDigits(size, tokens);
    }

    private static string ShowDigits(double size, List<FormatToken> tokens)
    {
        var point = tokens.FindIndex(token => token.Part == FormatPart.Point);
        var (whole, rest) = point < 0 ? (tokens, []) : (tokens[..point], tokens[point..]);
        var last = whole.FindLastIndex(IsDigit);
        var thousands = last < 0 ? 0 : whole.Skip(last + 1).TakeWhile(token => token.Part == FormatPart.Comma).Count();
        var isGrouped = whole.Take(Math.Max(0, last)).Any(token => token.Part == FormatPart.Comma);
        var decimals = Math.Min(MaxDecimals, rest.Count(IsDigit));
        var digits = Round(size / Math.Pow(1000, thousands), decimals).Split('.');
        return Whole(digits[0] == "0" ? "" : digits[0], whole, isGrouped, size) + Decimals(digits.Length > 1 ? digits[1] : "", rest);
    }

    private static string Round(double size, int decimals) =>
        size < 1e15
            ? Math.Round((decimal)size, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture)
            : size.ToString("F" + decimals, CultureInfo.InvariantCulture);

    // The first placeholder takes all digits that have no place of their own.
    private static string Whole(string digits, List<FormatToken> tokens, bool isGrouped, double size)
    {
        var shown = new StringBuilder();
        var place = tokens.Count(IsDigit);
        var from = Math.Max(place, digits.Length);
        foreach (var token in tokens)
        {
            if (!IsDigit(token))
            {
                shown.Append(Plain(token, size));
                continue;
            }
            place--;
            while (from > place)
            {
                from--;
                var digit =
                    from < digits.Length ? digits[digits.Length - 1 - from].ToString() : token.Text.Replace("#", "").Replace('?', ' ');
                shown.Append(digit);
                if (isGrouped && from > 0 && from % 3 == 0 && digit.Length > 0)
                    shown.Append(',');
            }
        }
        return shown.ToString();
    }

    private static string Decimals(string digits, List<FormatToken> tokens)
    {
        var shown = new StringBuilder();
        var place = 0;
        foreach (var token in tokens)
        {
            if (!IsDigit(token))
                shown.Append(token.Part == FormatPart.Point ? "." : Plain(token, 0));
            else if (place < digits.Length && (token.Text == "0" || digits[place..].Trim('0').Length > 0))
                shown.Append(digits[place++]);
        }
        return shown.ToString();
    }

    private static string ShowScientific(double size, List<FormatToken> mantissa, List<FormatToken> rest)
    {
        var step = Math.Max(1, mantissa.TakeWhile(token => token.Part != FormatPart.Point).Count(IsDigit));
        var power = size > 0 ? (int)Math.Floor(Math.Log10(size) / step) * step : 0;
        var digits = Math.Abs(power).ToString(CultureInfo.InvariantCulture).PadLeft(rest.Count(IsDigit), '0');
        var sign = power < 0 ? "-" : rest[0].Text.TrimStart('E').Replace("-", "");
        return ShowDigits(size / Math.Pow(10, power), mantissa) + "E" + sign + digits;
    }

    private static string ShowFraction(double size, List<FormatToken> tokens, int slash)
    {
        var below = string.Concat(tokens.Skip(slash + 1).Select(token => token.Text)).Trim();
        var numerator = tokens[..slash].FindLastIndex(token => !IsDigit(token));
        var hasWhole = numerator > 0 && tokens[..numerator].Any(IsDigit);
        var whole = hasWhole ? Math.Floor(size) : 0;
        var most = (int)Math.Min(MaxDenominator, Math.Pow(10, below.Length) - 1);
        var denominators = int.TryParse(below, out var exact) && exact > 0 ? [exact] : Enumerable.Range(1, Math.Max(1, most));
        var best = denominators.MinBy(d => Math.Abs(size - whole - (Math.Round((size - whole) * d) / d)));
        var above = Math.Round((size - whole) * best);
        if (hasWhole && above == best)
            (whole, above) = (whole + 1, 0);
        return (hasWhole && (whole > 0 || above == 0) ? $"{whole:0} " : "") + (above == 0 && hasWhole ? "" : $"{above:0}/{best}");
    }

    private static string Plain(FormatToken token, double size) =>
        token.Part switch
        {
            FormatPart.General or FormatPart.Text => NumberFormat.General(size),
            FormatPart.Comma or FormatPart.Point => "",
            _ => token.Text,
        };

    private static bool IsDigit(FormatToken token) => token.Part == FormatPart.Digit;
}
