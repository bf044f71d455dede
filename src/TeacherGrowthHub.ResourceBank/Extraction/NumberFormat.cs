using System.Globalization;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>A number format of Excel: sections for signs or conditions, each showing digits or a date.</summary>
internal sealed class NumberFormat
{
    private sealed record Section(List<FormatToken> Tokens, Func<double, bool>? Condition);

    private readonly List<Section> _sections;

    /// <param name="code">Such as <c>#,##0.00;[Red]-0</c>; empty means general form.</param>
    public NumberFormat(string code) =>
        _sections = [.. FormatToken.Sections(code).Select(text => new Section(FormatToken.Parse(text), Condition(text)))];

    /// <summary>Whether it shows a day of the calendar.</summary>
    public bool IsDay =>
        _sections.Exists(section => section.Tokens.Exists(token => token.Part == FormatPart.Date && token.Text[0] is 'y' or 'd' or 'm'));

    /// <summary>The number as a cell of that format shows it.</summary>
    public string Show(double value)
    {
        var (tokens, isSigned) = Choose(value);
        if (tokens.Count == 0)
            return _sections.Count > 1 ? "" : General(value);
        if (tokens.Exists(token => token.Part is FormatPart.Date or FormatPart.Elapsed or FormatPart.HalfDay))
            return DateFormat.Show(value, tokens) ?? General(value);
        var sign = value < 0 && isSigned ? "-" : "";
        var size = Math.Abs(value) * Math.Pow(100, tokens.Count(token => token.Part == FormatPart.Percent));
        return (sign + NumberDigits.Show(size, tokens)).Trim();
    }

    /// <summary>Ten digits at most, whole numbers up to eleven; beyond that with an exponent.</summary>
    public static string General(double value)
    {
        var size = Math.Abs(value);
        if (size is >= 1e11 or (> 0 and <= 1e-10) || !double.IsFinite(value))
            return value.ToString("0.#####E+00", CultureInfo.InvariantCulture);
        if (size >= 1e10 || Math.Floor(value) == value)
            return value.ToString("0", CultureInfo.InvariantCulture);
        var digits = (int)Math.Floor(Math.Log10(size)) + 1;
        return Math.Round((decimal)value, 10 - digits, MidpointRounding.AwayFromZero)
            .ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private (List<FormatToken> Tokens, bool IsSigned) Choose(double value)
    {
        if (_sections.Take(2).Any(section => section.Condition is not null))
        {
            var fitting =
                _sections.Find(section => section.Condition?.Invoke(value) == true) ?? _sections.Find(section => section.Condition is null);
            return (fitting?.Tokens ?? [], true);
        }
        var index =
            value < 0 && _sections.Count > 1 ? 1
            : value == 0 && _sections.Count > 2 ? 2
            : 0;
        return (_sections.ElementAtOrDefault(index)?.Tokens ?? [], index != 1);
    }

    private static Func<double, bool>? Condition(string section)
    {
        for (var open = section.IndexOf('['); open >= 0; open = section.IndexOf('[', open + 1))
        {
            var text = section[(open + 1)..].Split(']')[0];
            var sign = string.Concat(text.TakeWhile(letter => letter is '<' or '>' or '='));
            if (sign.Length == 0 || !double.TryParse(text[sign.Length..], CultureInfo.InvariantCulture, out var limit))
                continue;
            return sign switch
            {
                "<" => value => value < limit,
                "<=" => value => value <= limit,
                ">" => value => value > limit,
                ">=" => value => value >= limit,
                "=" => value => value == limit,
                _ => value => value != limit,
            };
        }
        return null;
    }
}
