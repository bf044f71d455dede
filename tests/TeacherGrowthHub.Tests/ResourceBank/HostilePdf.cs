using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>A PDF of one page that says hello, with objects replaced or added.</summary>
internal static class HostilePdf
{
    public const string Page =
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>";

    public static MemoryStream With(params (int Number, string Body)[] objects)
    {
        var all = new SortedDictionary<int, string>
        {
            [1] = "<</Type/Catalog/Pages 2 0 R>>",
            [2] = "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            [3] = Page + ">>",
            [4] = Stream("BT /F 12 Tf 20 20 Td (hello) Tj ET /X Do"),
            [5] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            [6] = Stream("", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
        };
        foreach (var (number, body) in objects)
            all[number] = body;
        var file = new StringBuilder("%PDF-1.5\n");
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, body) in all)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
        var end = $"trailer\n<</Size {all.Keys.Max() + 1}/Root 1 0 R>>\nstartxref\n{file.Length}\n%%EOF";
        return new MemoryStream(Encoding.Latin1.GetBytes(file.ToString() + table + end));
    }

    public static string Stream(string body, string entries = "") => $"<</Length {body.Length} {entries}>>stream\n{body}\nendstream";

    public static string Packed(long zeros)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (long written = 0; written < zeros; written += block.Length)
                deflate.Write(block);
        }
        return Stream(Encoding.Latin1.GetString(packed.ToArray()), "/Filter/FlateDecode");
    }
}
