using System.Text;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>
/// What an Office file carries without showing it: tracked deletions, moved text, field codes, names of revisers, document
/// properties. A reader of the file can find it, so the identifier scan must; a search must not.
/// </summary>
internal static class HiddenText
{
    private static readonly string[] PropertyFolders = ["docprops/", "package/services/metadata/"];

    /// <summary>Text that revisions took away and codes of fields, a line a paragraph.</summary>
    public static IEnumerable<string> OfRevisions(IEnumerable<XElement> parts) =>
        parts
            .SelectMany(part => part.DescendantsAndSelf())
            .Where(element => element.Name.LocalName == "p")
            .Select(OfParagraph)
            .Where(line => line.Length > 0);

    /// <summary>What pictures and shapes are called for those who do not see them.</summary>
    public static IEnumerable<string> OfPictures(IEnumerable<XElement> parts) =>
        parts
            .SelectMany(part => part.Descendants())
            .Where(element => element.Name.LocalName is "docPr" or "cNvPr")
            .SelectMany(element => element.Attributes().Where(attribute => attribute.Name.LocalName is "descr" or "title"))
            .Select(attribute => attribute.Value)
            .Where(text => text.Length > 0)
            .Distinct();

    /// <summary>What is known of the whole file: its properties, and the names of what lies inside.</summary>
    public static IEnumerable<string> OfPackage(OfficePackage package) => OfProperties(package).Concat(OfAttachments(package));

    /// <summary>Names of the files and pictures that lie inside.</summary>
    private static IEnumerable<string> OfAttachments(OfficePackage package) =>
        package.Names("").Where(name => name.Contains("/embeddings/") || name.Contains("/media/")).Select(name => Path.GetFileName(name));

    /// <summary>Title, author, company and the other document properties.</summary>
    private static IEnumerable<string> OfProperties(OfficePackage package) =>
        PropertyFolders
            .SelectMany(package.Names)
            .Select(package.Read)
            .OfType<XElement>()
            .SelectMany(part => part.Descendants())
            .Where(element => !element.HasElements && element.Value.Length > 0)
            .Select(element => element.Value);

    private static string OfParagraph(XElement paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            if (element.Name.LocalName is "delText" or "delInstrText" or "instrText" || IsMovedAway(element))
                text.Append(element.Value);
            else if (element.Name.LocalName is "del" or "ins" or "moveFrom")
                text.Append('\n').Append(element.Attributes().FirstOrDefault(a => a.Name.LocalName == "author")?.Value).Append('\n');
        }
        return text.ToString().Trim();
    }

    private static bool IsMovedAway(XElement element) =>
        element.Name.LocalName == "t" && element.Ancestors().Any(ancestor => ancestor.Name.LocalName == "moveFrom");
}
