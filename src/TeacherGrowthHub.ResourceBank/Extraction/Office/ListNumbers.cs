using System.Globalization;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Numbers in the formats of Word's lists.</summary>
internal static class ListNumbers
{
    private const string Digits = "零一二三四五六七八九";
    private const int FirstCircle = 0x2460;

    /// <param name="format">Value of w:numFmt; an unknown one counts in digits.</param>
    /// <param name="number">From 1.</param>
    public static string Format(string format, int number) =>
        format switch
        {
            "chineseCounting" or "chineseCountingThousand" or "ideographDigital" or "taiwaneseCountingThousand" or "japaneseCounting" =>
                Chinese(number),
            "decimalEnclosedCircleChinese" or "decimalEnclosedCircle" when number <= 20 => ((char)(FirstCircle + number - 1)).ToString(),
            "upperLetter" => Letter('A', number),
            "lowerLetter" => Letter('a', number),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string Letter(char first, int number) => ((char)(first + ((number - 1) % 26))).ToString();

    private static string Chinese(int number) =>
        number switch
        {
            < 10 => Digits[number].ToString(),
            < 20 => "十" + Ones(number),
            < 100 => $"{Digits[number / 10]}十{Ones(number)}",
            _ => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0'])),
        };

    private static string Ones(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}
