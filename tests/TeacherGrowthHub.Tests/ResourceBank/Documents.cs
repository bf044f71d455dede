using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>Word files made for tests.</summary>
internal static class Documents
{
    /// <summary>A small lesson plan with two steps.</summary>
    public static byte[] Lesson(string title) =>
        Word(
            title,
            "\u4e00\u3001\u6559\u5b66\u76ee\u6807",
            "\u8ba4\u8bc6\u60c5\u7eea\u7684\u8eab\u4f53\u4fe1\u53f7\u3002",
            "\u4e8c\u3001\u6559\u5b66\u8fc7\u7a0b",
            "\uff08\u4e00\uff09\u6696\u8eab\uff1a\u5929\u6c14\u64ad\u62a5\uff085\u5206\u949f\uff09",
            "\u8bf7\u7528\u4e00\u79cd\u5929\u6c14\u5f62\u5bb9\u5fc3\u60c5\u3002",
            "\uff08\u4e8c\uff09\u5de5\u4f5c\uff1a\u7ed9\u5b83\u4e00\u4e2a\u51fa\u53e3\uff0830\u5206\u949f\uff09",
            "\u4e24\u4eba\u4e00\u7ec4\u7ec3\u4e60\u547c\u5438\u3002"
        );

    /// <summary>A Word file of plain paragraphs.</summary>
    public static byte[] Word(params string[] lines)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(lines.Select(line => new Paragraph(new Run(new Text(line))))));
        return bytes.ToArray();
    }
}
