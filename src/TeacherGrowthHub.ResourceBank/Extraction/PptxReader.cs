using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Reads a presentation: a page a slide, in show order, with tables, diagrams, charts, notes and comments.</summary>
internal static class PptxReader
{
    private static readonly string[] Followed =
    [
        "notesslides/",
        "diagrams/data",
        "charts/chart",
        "comments/",
        "slidelayouts/",
        "slidemasters/",
    ];

    public static ExtractedDocument Read(Stream content, bool isEmbedded)
    {
        using var package = new OfficePackage(content, isEmbedded);
        var main = package.MainPart("ppt/presentation.xml");
        var slides = Slides(package, main);
        if (slides.Count == 0)
            throw new UnreadableException("演示文稿里没有可读的页面");
        var pages = slides.Select(slide => string.Join('\n', SlideLines(package, slide))).ToList();
        pages.AddRange(package.EmbeddedTexts());
        return new ExtractedDocument(pages, [.. pages.SelectMany(page => page.Split('\n')).Select(line => new Block { Text = line })])
        {
            Hidden = string.Join('\n', HiddenText.OfProperties(package)),
        };
    }

    private static IReadOnlyList<string> Slides(OfficePackage package, string main)
    {
        var targets = package.Relationships(main);
        var listed = (package.Read(main)?.Descendants() ?? [])
            .Where(element => element.Name.LocalName == "sldId")
            .Select(element => element.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value)
            .Where(id => id is not null && targets.ContainsKey(id))
            .Select(id => targets[id!])
            .ToList();
        return listed.Count > 0 ? listed : [.. package.Names("ppt/slides/slide")];
    }

    private static IEnumerable<string> SlideLines(OfficePackage package, string slide)
    {
        foreach (var line in PartLines(package.Read(slide)))
            yield return line;
        foreach (var part in Reachable(package, slide))
        {
            foreach (var line in PartLines(package.Read(part), isTemplate: part.Contains("slidelayout") || part.Contains("slidemaster")))
                yield return line;
        }
    }

    private static IEnumerable<string> Reachable(OfficePackage package, string slide)
    {
        var direct = package.Relationships(slide).Values.Where(target => Followed.Any(target.Contains)).ToList();
        return direct
            .Concat(
                direct
                    .Where(target => target.Contains("slidelayout"))
                    .SelectMany(layout => package.Relationships(layout).Values.Where(target => target.Contains("slidemasters/")))
            )
            .Distinct();
    }

    // Layouts carry prompts such as "click to edit"; only what is no placeholder belongs to the slide.
    private static IEnumerable<string> PartLines(XElement? part, bool isTemplate = false)
    {
        foreach (
            var paragraph in (part?.Descendants() ?? []).Where(element =>
                element.Name.LocalName == "p" && element.Name.NamespaceName.Contains("drawingml")
            )
        )
        {
            if (isTemplate && paragraph.Ancestors().Any(IsPlaceholder))
                continue;
            var text = string.Concat(paragraph.Descendants().Select(Piece));
            if (text.Length > 0)
                yield return text;
        }
        foreach (var value in (part?.Descendants() ?? []).Where(element => element.Name.LocalName is "v" or "text" && !element.HasElements))
            yield return value.Value;
    }

    private static string Piece(XElement element) =>
        element.Name.LocalName switch
        {
            "t" => element.Value,
            "br" => "\n",
            "tab" => "\t",
            _ => "",
        };

    private static bool IsPlaceholder(XElement element) =>
        element.Name.LocalName == "sp"
        && element.Elements().Any(child => child.Name.LocalName == "nvSpPr" && child.Descendants().Any(d => d.Name.LocalName == "ph"));
}
