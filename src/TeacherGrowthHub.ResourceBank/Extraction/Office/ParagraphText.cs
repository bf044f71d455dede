using System.Text;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>The words of a paragraph of Word.</summary>
internal static class ParagraphText
{
    /// <summary>Boxes that a paragraph holds, each once.</summary>
    public static IEnumerable<XElement> TextBoxes(XElement paragraph) =>
        paragraph
            .Descendants()
            .Where(element => element.Name.LocalName == "txbxContent" && !IsFallback(element) && IsOutermost(element, paragraph));

    // A box within a box is read with the outer one: reading both would double with every level.
    private static bool IsOutermost(XElement box, XElement paragraph) =>
        box.Ancestors().TakeWhile(ancestor => ancestor != paragraph).All(ancestor => ancestor.Name.LocalName != "txbxContent");

    /// <summary>Whether it repeats, for older readers, what stands before it.</summary>
    public static bool IsFallback(XElement element) => element.Ancestors().Any(ancestor => ancestor.Name.LocalName == "Fallback");

    /// <summary>What a paragraph shows, without its boxes.</summary>
    public static string Of(XElement paragraph)
    {
        var text = new StringBuilder();
        AppendRuns(paragraph, text);
        // Pinyin above words follows them: the words themselves stay together.
        var guides = paragraph
            .Descendants()
            .Where(element => element.Name.LocalName == "rt" && IsOutermost(element, paragraph))
            .Select(guide => guide.Value)
            .ToList();
        if (guides.Count > 0)
            text.Append(" (").AppendJoin(' ', guides).Append(')');
        return text.ToString();
    }

    private static void AppendRuns(XElement parent, StringBuilder text)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    text.Append(element.Value);
                    break;
                case "tab" or "ptab" when parent.Name.LocalName == "r":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "textpath":
                    text.Append(element.Attributes().FirstOrDefault(a => a.Name.LocalName == "string")?.Value);
                    break;
                case "sym" or "rt":
                    break;
                case "pPr" or "rPr" or "delText" or "instrText" or "del" or "moveFrom" or "txbxContent" or "Fallback" or "p" or "tbl":
                    break;
                default:
                    AppendRuns(element, text);
                    break;
            }
        }
    }
}
