using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>Office files that no office wrote: parts as the test says.</summary>
internal static class HostileOffice
{
    public const string Extensions = "docx pptx xlsx";

    /// <summary>Entities that unfold to a billion words.</summary>
    public static string Laughter { get; } =
        "<!DOCTYPE x [<!ENTITY a \"哈\">"
        + string.Concat(Enumerable.Range('b', 9).Select(name => $"<!ENTITY {(char)name} \"{Repeat($"&{(char)(name - 1)};", 10)}\">"))
        + "]>";

    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    public static string Nested(string name, int levels, string inner = "") =>
        Repeat($"<{name}>", levels) + inner + Repeat($"</{name}>", levels);

    public static MemoryStream Zip(params (string Name, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                part.Write(text);
            }
        }
        return file;
    }

    /// <summary>The part that such files begin with, as given.</summary>
    public static MemoryStream MainPart(string extension, string xml) =>
        Zip(
            (
                extension switch
                {
                    "docx" => "word/document.xml",
                    "pptx" => "ppt/presentation.xml",
                    _ => "xl/workbook.xml",
                },
                xml
            )
        );

    public static MemoryStream Word(string body) => MainPart("docx", $"<document><body>{body}</body></document>");

    public static MemoryStream Slide(string slide, params (string Name, string Text)[] more) =>
        Zip([
            ("ppt/presentation.xml", "<presentation xmlns:r='r'><sldIdLst><sldId r:id='a'/></sldIdLst></presentation>"),
            ("ppt/_rels/presentation.xml.rels", Relations("slides/slide1.xml")),
            ("ppt/slides/slide1.xml", slide),
            .. more,
        ]);

    public static MemoryStream Sheet(string rows, string strings = "<sst/>", int sheets = 1) =>
        Zip(
            ("xl/workbook.xml", $"<workbook xmlns:r='r'><sheets>{Repeat("<sheet name='表' r:id='a'/>", sheets)}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations("worksheets/sheet1.xml", "sharedStrings.xml")),
            ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", strings)
        );

    /// <summary>Relationships named a, b, c…</summary>
    public static string Relations(params string[] targets) =>
        $"<Relationships>{string.Concat(targets.Select((target, i) => $"<Relationship Id='{(char)('a' + i)}' Target='{target}'/>"))}</Relationships>";

    /// <summary>The directory says that the first part is a gigabyte.</summary>
    public static MemoryStream Claiming(MemoryStream file)
    {
        var bytes = file.ToArray();
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + 24), 1 << 30);
        return new MemoryStream(bytes);
    }

    public static MemoryStream Cut(MemoryStream file, double share) => new(file.ToArray()[..(int)(file.Length * share)]);
}
