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
            "一、教学目标",
            "认识情绪的身体信号。",
            "二、教学过程",
            "（一）暖身：天气播报（5分钟）",
            "请用一种天气形容心情。",
            "（二）工作：给它一个出口（30分钟）",
            "两人一组练习呼吸。"
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
