using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>A lesson plan as an editable Word document in the usual form table.</summary>
public sealed class LessonDocument(IStringLocalizer texts)
{
    private const int Columns = 5;
    private static readonly string[] AfterProcess = ["board", "reflection", "safety", KindProfile.Other];

    /// <summary>The bytes of the .docx.</summary>
    public byte[] Write(WorkView view)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(Title(view.Content.Title), Subtitle(view), Table(view), PageSetup()));
        }
        return bytes.ToArray();
    }

    private Table Table(WorkView view)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    Line<TopBorder>(),
                    Line<LeftBorder>(),
                    Line<BottomBorder>(),
                    Line<RightBorder>(),
                    Line<InsideHorizontalBorder>(),
                    Line<InsideVerticalBorder>()
                )
            ),
            new TableGrid(Enumerable.Range(0, Columns).Select(_ => new GridColumn { Width = "1900" }))
        );
        foreach (var (label, text) in Rows(view, before: true))
            table.Append(LabelRow(label, text));
        AppendProcess(table, view.Content);
        foreach (var (label, text) in Rows(view, before: false))
            table.Append(LabelRow(label, text));
        return table;
    }

    private IEnumerable<(string Label, string Text)> Rows(WorkView view, bool before)
    {
        if (before)
        {
            yield return (texts["学段年级"], view.StageText);
            yield return (texts["主题"], string.Join('、', view.TopicLabels));
            if (view.Content.Periods is { } periods)
                yield return (
                    texts["课时"],
                    view.Content.Minutes is { } minutes ? texts["{0}课时（每课时{1}分钟）", periods, minutes] : texts["{0}课时", periods]
                );
        }
        foreach (var part in view.Parts.Where(part => AfterProcess.Contains(part.Key) != before))
            yield return (texts[part.Label], view.Content.Section(part.Key));
    }

    private void AppendProcess(Table table, WorkContent content)
    {
        if (content.Steps.Count == 0)
            return;
        string[] heads = [texts["环节"], texts["时间"], texts["教师活动"], texts["学生活动"], texts["设计意图"]];
        table.Append(new TableRow(heads.Select(head => Cell(head, 1, bold: true))));
        foreach (var step in content.Steps)
        {
            string[] cells =
            [
                step.Name,
                step.Minutes is { } minutes ? texts["{0}分钟", minutes] : "",
                step.Teacher,
                step.Students,
                step.Intent,
            ];
            table.Append(new TableRow(cells.Select(cell => Cell(cell, 1))));
        }
    }

    private static TableRow LabelRow(string label, string text) => new(Cell(label, 1, bold: true), Cell(text, Columns - 1));

    private static TableCell Cell(string text, int span, bool bold = false)
    {
        var cell = new TableCell(new TableCellProperties(new GridSpan { Val = span }));
        foreach (var line in text.Split('\n'))
            cell.Append(Paragraph(line, bold, "21"));
        return cell;
    }

    private static Paragraph Title(string text)
    {
        var title = Paragraph(text, true, "36");
        title.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Center }));
        return title;
    }

    private static Paragraph Subtitle(WorkView view)
    {
        var line = Paragraph($"{view.Authors}  {view.School}", false, "21");
        line.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Center }));
        return line;
    }

    private static Paragraph Paragraph(string text, bool bold, string halfPoints)
    {
        var properties = new RunProperties(
            new RunFonts
            {
                EastAsia = "宋体",
                Ascii = "Times New Roman",
                HighAnsi = "Times New Roman",
            }
        );
        if (bold)
            properties.Append(new Bold());
        properties.Append(new FontSize { Val = halfPoints });
        return new Paragraph(new Run(properties, new Text(PlainText.Printable(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static SectionProperties PageSetup() =>
        new(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1440,
                Bottom = 1440,
                Left = 1200,
                Right = 1200,
            }
        );
}
