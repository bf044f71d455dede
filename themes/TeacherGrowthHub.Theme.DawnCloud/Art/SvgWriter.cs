using System.Globalization;
using System.Text;

namespace TeacherGrowthHub.Theme.DawnCloud.Art;

/// <summary>Text of an SVG with numbers to one decimal, whatever the culture.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new(2048);

    public SvgWriter Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public SvgWriter Add(ref SvgInterpolation text)
    {
        _text.Append(text.ToText());
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string N(double number) =>
        Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Interpolation that writes numbers the SVG way.</summary>
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal readonly struct SvgInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount * 6);

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(double number) => _text.Append(SvgWriter.N(number));

    public void AppendFormatted(string text) => _text.Append(text);

    public string ToText() => _text.ToString();
}
