using System.Text;
using System.Xml;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>The large parts of a workbook, read as a stream: no DTD, no reference outside.</summary>
internal static class WorkbookXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>The shared strings in their order, without phonetic guides, which repeat the word.</summary>
    public static List<string> Strings(Stream part)
    {
        var strings = new List<string>();
        var text = new StringBuilder();
        var phonetic = false;
        using var reader = Open(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true })
                strings.Add("");
            else if (reader.LocalName == "rPh" && !reader.IsEmptyElement)
                phonetic = reader.NodeType == XmlNodeType.Element;
            else if (IsText(reader.NodeType) && !phonetic)
                text.Append(reader.Value);
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                strings.Add(text.ToString());
                text.Clear();
            }
        }
        return strings;
    }

    public static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;
}
