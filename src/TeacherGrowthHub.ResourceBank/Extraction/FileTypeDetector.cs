using System.IO.Compression;
using System.Text;
using TeacherGrowthHub.ResourceBank.Extraction.Office;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Decides a file's type by its content, never by its name.</summary>
public static class FileTypeDetector
{
    private const int HeadLength = 4096;
    private const string NotTaken = "这种文件类型不接受。可以上传 docx、pptx、xlsx、pdf、图片、mp4、txt、md 以及旧版 doc、ppt、xls";
    private const string Program = "这是程序或脚本，不接受";
    private const string WebPage = "网页和SVG里可能藏有脚本，不接受。请另存为 docx 或 pdf 再上传";
    private const string Broken = "文件已损坏，打不开。请在原软件里重新保存后再上传";
    private const string WithMacros = "文件带有宏，不接受。请另存为不带宏的 docx、xlsx 或 pptx 再上传";
    private const string Encrypted = "文件加了打开密码，请去掉密码后再上传";

    /// <summary>The type of a seekable stream; its position is left anywhere.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="name">Only tells .md from .txt, which have no mark of their own.</param>
    public static FileType Detect(Stream content, string name = "")
    {
        var head = new byte[(int)Math.Min(HeadLength, content.Length)];
        content.Position = 0;
        content.ReadExactly(head);
        if (head.Length == 0)
            return FileType.Refused("这是空文件");
        return ByMagic(head, content) ?? ByText(head, name) ?? FileType.Refused(NotTaken);
    }

    private static FileType? ByMagic(byte[] head, Stream content)
    {
        if (Starts(head, "PK\u0003\u0004"u8) || Starts(head, "PK\u0005\u0006"u8))
            return ByPackage(content);
        if (Starts(head, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return ByCompoundFile(content);
        // A PDF may begin a little later; readers look through the first kilobyte.
        if (head.AsSpan(0, Math.Min(1024, head.Length)).IndexOf("%PDF-"u8) >= 0)
            return FileType.Pdf;
        if (Starts(head, [0x89, (byte)'P', (byte)'N', (byte)'G']))
            return FileType.Png;
        if (Starts(head, [0xFF, 0xD8, 0xFF]))
            return FileType.Jpeg;
        if (Starts(head, "GIF8"u8))
            return FileType.Gif;
        if (Starts(head, "RIFF"u8) && head.Length > 11 && head.AsSpan(8, 4).SequenceEqual("WEBP"u8))
            return FileType.Webp;
        if (head.Length > 11 && head.AsSpan(4, 4).SequenceEqual("ftyp"u8))
            return FileType.Mp4;
        return Starts(head, "MZ"u8) || Starts(head, [0x7F, (byte)'E', (byte)'L', (byte)'F']) || Starts(head, "#!"u8)
            ? FileType.Refused(Program)
            : null;
    }

    private static FileType ByPackage(Stream content)
    {
        try
        {
            using var package = ZipRepair.Open(content);
            var names = package.Entries.Select(entry => entry.FullName.Replace('\\', '/').TrimStart('/').ToLowerInvariant()).ToHashSet();
            if (names.Any(name => name.EndsWith("vbaproject.bin", StringComparison.Ordinal)))
                return FileType.Refused(WithMacros);
            return names.Any(name => name.StartsWith("word/", StringComparison.Ordinal)) ? FileType.Docx
                : names.Any(name => name.StartsWith("ppt/", StringComparison.Ordinal)) ? FileType.Pptx
                : names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal)) ? FileType.Xlsx
                : names.Contains("[content_types].xml") ? ByContentTypes(package)
                : FileType.Refused("压缩包不接受，请解压后逐个上传");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException)
        {
            return FileType.Refused(Broken);
        }
    }

    // Parts may lie anywhere; the list of content types still says what the package is.
    private static FileType ByContentTypes(ZipArchive package)
    {
        var entry = package.Entries.First(e => e.FullName.Trim('/').Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase));
        using var reader = new StreamReader(entry.Open());
        var buffer = new char[HeadLength * 16];
        var types = new string(buffer, 0, reader.ReadBlock(buffer));
        return types.Contains("wordprocessingml", StringComparison.Ordinal) ? FileType.Docx
            : types.Contains("presentationml", StringComparison.Ordinal) ? FileType.Pptx
            : types.Contains("spreadsheetml", StringComparison.Ordinal) ? FileType.Xlsx
            : FileType.Refused(NotTaken);
    }

    // OLE: the names of its streams stand in UTF-16 in the directory.
    private static FileType ByCompoundFile(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[(int)Math.Min(content.Length, 32 << 20)];
        content.ReadExactly(bytes);
        bool Has(string name) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
        return Has("EncryptedPackage") ? FileType.Refused(Encrypted)
            : Has("WordDocument") ? FileType.Doc
            : Has("PowerPoint Document") ? FileType.Ppt
            : Has("Workbook") || Has("WORKBOOK") || Has("Book") ? FileType.Xls
            : FileType.Refused(NotTaken);
    }

    private static FileType? ByText(byte[] head, string name)
    {
        if (TextDecoding.TryDecode(head, out var text) is false)
            return null;
        var start = text.TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        string[] marks = ["<!doctype", "<html", "<svg", "<script", "<?xml", "<head", "<body", "<iframe"];
        if (marks.Any(mark => start.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
            return FileType.Refused(WebPage);
        return Path.GetExtension(name).Equals(".md", StringComparison.OrdinalIgnoreCase) ? FileType.Markdown : FileType.Text;
    }

    private static bool Starts(byte[] head, ReadOnlySpan<byte> magic) => head.AsSpan().StartsWith(magic);
}
