using System.Globalization;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Tells headings by style, outline level, boldness or size, and draws automatic numbers.</summary>
internal sealed class DocxLook
{
    private const int MaxHeading = 40;

    // In half points; a heading is at least a point and a half larger than most of the text.
    private const int Larger = 3;
    private const int DefaultSize = 21;
    private const int BodyLevel = 9;

    private readonly Dictionary<string, Style> _styles = [];
    private readonly DocxNumbering _numbering;
    private readonly int _bodySize;

    private sealed record Style(bool IsHeading, bool IsBold, int? Size, string? List, int Level);

    public DocxLook(XElement? styles, XElement? numbering, XElement body)
    {
        _numbering = new DocxNumbering(numbering);
        var elements = styles?.Elements().Where(element => element.Name.LocalName == "style") ?? [];
        foreach (var style in elements)
            _styles[Attribute(style, "styleId") ?? ""] = Read(style);
        _bodySize = body.Descendants()
            .Where(element => element.Name.LocalName == "r")
            .GroupBy(run => SizeOf(run, null))
            .OrderByDescending(group => group.Sum(run => run.Value.Length))
            .Select(group => group.Key)
            .FirstOrDefault(DefaultSize);
    }

    /// <summary>Whether a paragraph looks like a heading.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="text">Its text.</param>
    public bool IsHeading(XElement paragraph, string text)
    {
        var style = StyleOf(paragraph);
        if (style?.IsHeading == true || OutlineOf(Child(paragraph, "pPr")) < BodyLevel)
            return true;
        var runs = paragraph.Elements().Where(element => element.Name.LocalName == "r" && element.Value.Trim().Length > 0).ToList();
        return text.Length <= MaxHeading && runs.Count > 0 && (runs.All(run => IsBold(run, style)) || runs.All(run => IsLarge(run, style)));
    }

    /// <summary>Length of the bold text with which a paragraph of other text begins; 0 without one.</summary>
    public int LeadOf(XElement paragraph, string text)
    {
        var style = StyleOf(paragraph);
        var runs = paragraph.Elements().Where(element => element.Name.LocalName == "r" && element.Value.Length > 0);
        var lead = string.Concat(runs.TakeWhile(run => IsBold(run, style)).Select(run => run.Value));
        return lead.Length is > 1 and <= MaxHeading && lead.Length < text.Length && text.StartsWith(lead, StringComparison.Ordinal)
            ? lead.Length
            : 0;
    }

    /// <summary>The automatic number of a paragraph; empty without one. To be asked once for each, in reading order.</summary>
    public string Number(XElement paragraph)
    {
        var numbered = Child(Child(paragraph, "pPr"), "numPr");
        var style = StyleOf(paragraph);
        var list = Attribute(Child(numbered, "numId"), "val") ?? style?.List;
        var level = Attribute(Child(numbered, "ilvl"), "val");
        return list is null ? "" : _numbering.Next(list, level is null ? style?.Level ?? 0 : Whole(level) ?? 0);
    }

    private bool IsLarge(XElement run, Style? style) => SizeOf(run, style) >= _bodySize + Larger;

    private static bool IsBold(XElement run, Style? style) =>
        Child(Child(run, "rPr"), "b") is { } bold ? Attribute(bold, "val") is null or "1" or "true" or "on" : style?.IsBold == true;

    private static int SizeOf(XElement run, Style? style) =>
        Whole(Attribute(Child(Child(run, "rPr"), "sz"), "val")) ?? style?.Size ?? DefaultSize;

    private Style? StyleOf(XElement paragraph) =>
        Attribute(Child(Child(paragraph, "pPr"), "pStyle"), "val") is { } id ? _styles.GetValueOrDefault(id) : null;

    private static Style Read(XElement style)
    {
        var name = Attribute(Child(style, "name"), "val") ?? "";
        var (paragraph, run) = (Child(style, "pPr"), Child(style, "rPr"));
        var list = Child(paragraph, "numPr");
        return new Style(
            name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) || name is "Title" or "标题" || OutlineOf(paragraph) < BodyLevel,
            Child(run, "b") is { } bold && Attribute(bold, "val") is null or "1" or "true",
            Whole(Attribute(Child(run, "sz"), "val")),
            Attribute(Child(list, "numId"), "val"),
            Whole(Attribute(Child(list, "ilvl"), "val")) ?? 0
        );
    }

    private static int OutlineOf(XElement? properties) => Whole(Attribute(Child(properties, "outlineLvl"), "val")) ?? BodyLevel;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static XElement? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Attribute(XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
