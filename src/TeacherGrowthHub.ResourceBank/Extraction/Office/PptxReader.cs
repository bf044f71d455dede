using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

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
        if (slides.Count == 0 && package.Read(main) is null)
            throw new UnreadableException("演示文稿里没有可读的页面");
        // Templates are shared by slides: each is read once.
        var templates = new Dictionary<string, List<string>>();
        var pages = slides.Select(slide => string.Join('\n', SlideLines(package, slide, templates))).ToList();
        pages.AddRange(EmbeddedFiles.Texts(package));
        return new ExtractedDocument(pages, [.. pages.SelectMany(page => page.Split('\n')).Select(line => new Block { Text = line })])
        {
            Hidden = string.Join('\n', HiddenText.OfPackage(package)),
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
            .Distinct()
            .ToList();
        return listed.Count > 0 ? listed : [.. package.Names("ppt/slides/slide")];
    }

    private static IEnumerable<string> SlideLines(OfficePackage package, string slide, Dictionary<string, List<string>> templates)
    {
        foreach (var line in PartLines(package.Read(slide)))
            yield return line;
        foreach (var part in Reachable(package, slide))
        {
            var isTemplate = part.Contains("slidelayout") || part.Contains("slidemaster");
            if (isTemplate && !templates.ContainsKey(part))
                templates[part] = [.. PartLines(package.Read(part), isTemplate)];
            foreach (var line in isTemplate ? templates[part] : PartLines(package.Read(part)))
                yield return line;
        }
        foreach (var link in package.Links(slide))
            yield return link;
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
        var repeated = Repeated(part);
        foreach (
            var paragraph in (part?.Descendants() ?? []).Where(element =>
                element.Name.LocalName == "p" && element.Name.NamespaceName.Contains("drawingml")
            )
        )
        {
            if (paragraph.Ancestors().Any(ancestor => repeated.Contains(ancestor) || (isTemplate && IsPlaceholder(ancestor))))
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

    // The same shape for older readers; it counts only where the newer one says nothing.
    private static HashSet<XElement> Repeated(XElement? part) =>
        [
            .. (part?.Descendants() ?? [])
                .Where(element => element.Name.LocalName == "AlternateContent")
                .Where(both => both.Elements().Take(1).Descendants().Any(piece => piece.Name.LocalName == "t"))
                .SelectMany(both => both.Elements().Skip(1)),
        ];

    private static bool IsPlaceholder(XElement element) =>
        element.Name.LocalName == "sp"
        && element.Elements().Any(child => child.Name.LocalName == "nvSpPr" && child.Descendants().Any(d => d.Name.LocalName == "ph"));
}
