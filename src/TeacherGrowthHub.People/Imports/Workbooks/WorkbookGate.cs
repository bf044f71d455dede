using System.IO.Compression;
using System.Text;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>Lets in what is an .xlsx by its content, of a size that can be read; says of everything else how to make it one.</summary>
internal static class WorkbookGate
{
    /// <summary>Longest workbook, in bytes.</summary>
    public const long MaxBytes = 32L << 20;

    private const int MaxEntries = 5_000;
    private const long MaxTotal = 1L << 30;
    private const long MaxStrings = 64L << 20;
    private const long MaxOther = 16L << 20;
    private const string SaveAs = "{0}。请用 Excel 或 WPS 打开它，“另存为”选“Excel 工作簿（*.xlsx）”，再上传新文件";
    private const string Old = "这是旧版 .xls 文件，本站不读取";
    private const string Binary = "这是二进制的 .xlsb 文件，本站不读取";
    private const string OpenDocument = "这是 .ods 文件，本站不读取";
    private const string Plain = "这是 .csv 或其他文本文件，本站不读取";
    private const string WebPage = "这个文件其实是网页或 XML，不是 Excel 工作簿";
    private const string Macros = "工作簿含宏，本站不接受";
    private const string Encrypted = "工作簿加了打开密码，读不了。请去掉密码后再上传";
    private const string NotOne = "这不是 Excel 工作簿。请下载模板，填写后上传";
    private const string Broken = "文件已损坏，打不开。请在 Excel 或 WPS 里打开并重新保存后再上传";
    private const string Bomb = "工作簿解压后异常庞大，没有读取。请只留下要导入的一张表，另存后再上传";
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="content">Seekable; its position is left anywhere.</param>
    /// <exception cref="RefusedException">Not a workbook that can be read.</exception>
    public static void Check(Stream content)
    {
        if (content.Length > MaxBytes)
            throw Refuse("文件太大：最多 {0} MB。请分几次导入", MaxBytes >> 20);
        content.Position = 0;
        var head = new byte[(int)Math.Min(4096, content.Length)];
        content.ReadExactly(head);
        if (head.Length == 0)
            throw Refuse("这是空文件");
        if (head.AsSpan().StartsWith("PK"u8))
            CheckPackage(content);
        else
            throw Refuse(head.AsSpan().StartsWith(CompoundFile) ? OldFile(content) : NoPackage(head));
    }

    private static void CheckPackage(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/').TrimStart('/').ToLowerInvariant()).ToHashSet();
            if (NameProblem(names) is { } problem)
                throw Refuse(problem);
            if (zip.Entries.Count > MaxEntries || zip.Entries.Sum(entry => entry.Length) > MaxTotal || zip.Entries.Any(IsHuge))
                throw Refuse(Bomb);
            if (HasMacroType(zip))
                throw Refuse(Macros);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw Refuse(Broken);
        }
    }

    private static string? NameProblem(HashSet<string> names) =>
        names.Any(name => name.EndsWith("vbaproject.bin", StringComparison.Ordinal)) ? Macros
        : names.Contains("xl/workbook.bin") ? Binary
        : names.Contains("content.xml") && names.Contains("mimetype") ? OpenDocument
        : names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal)) ? null
        : NotOne;

    // Sheets are read as a stream and may be long; whatever is held in memory may not.
    private static bool IsHuge(ZipArchiveEntry entry)
    {
        var name = entry.FullName.ToLowerInvariant();
        return !name.Contains("/worksheets/", StringComparison.Ordinal)
            && !name.Contains("/media/", StringComparison.Ordinal)
            && entry.Length > (name.Contains("sharedstrings", StringComparison.Ordinal) ? MaxStrings : MaxOther);
    }

    private static bool HasMacroType(ZipArchive zip)
    {
        var types = zip.Entries.FirstOrDefault(entry =>
            entry.FullName.Trim('/').Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)
        );
        if (types is null)
            return false;
        using var reader = new StreamReader(types.Open());
        return reader.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }

    // The names of a compound file's streams stand in UTF-16 in its directory.
    private static string OldFile(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[(int)content.Length];
        content.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? Encrypted : Old;
    }

    private static string NoPackage(byte[] head)
    {
        var start = Encoding.UTF8.GetString(head).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        if (start.StartsWith('<'))
            return WebPage;
        var isUtf16 = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        return isUtf16 || !head.AsSpan().Contains((byte)0) ? Plain : NotOne;
    }

    private static RefusedException Refuse(string text, params object[] arguments) =>
        text is Old or Binary or OpenDocument or Plain or WebPage or Macros
            ? new RefusedException(SaveAs, text) { Field = "File" }
            : new RefusedException(text, arguments) { Field = "File" };
}
