using System.Xml;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>XML from strangers: no DTD, limited depth, and of a broken document everything before the break.</summary>
internal static class LenientXml
{
    /// <summary>Readers of parts are recursive; Word itself nests a few dozen levels.</summary>
    private const int MaxDepth = 400;

    private const int MaxAttributes = 200;
    private const long MaxCharacters = 300L << 20;
    private const string TooDeep = "文件内容嵌套过深，没有读取";

    /// <summary>The root element; null when there is none.</summary>
    public static XElement? Read(Stream stream)
    {
        XElement? root = null;
        Guarded(() =>
        {
            using var reader = Open(stream);
            if (reader.MoveToContent() == XmlNodeType.Element)
                Fill(root = Element(reader), reader);
        });
        return root;
    }

    /// <summary>Elements of these local names one after the other: never the whole document in memory.</summary>
    public static IEnumerable<XElement> Each(Stream stream, params string[] names)
    {
        XmlReader? reader = null;
        Guarded(() => reader = Open(stream));
        using (reader)
        {
            while (reader is not null && Next(reader, names) is { } element)
                yield return element;
        }
    }

    private static XElement? Next(XmlReader reader, string[] names)
    {
        XElement? element = null;
        Guarded(() =>
        {
            while (element is null && reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && names.Contains(reader.LocalName))
                    Fill(element = Element(reader), reader);
            }
        });
        return element;
    }

    private static void Guarded(Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            // What was read before the break is kept.
        }
    }

    private static XmlReader Open(Stream stream) =>
        XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
                CheckCharacters = false,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    private static void Fill(XElement root, XmlReader reader)
    {
        var place = reader.IsEmptyElement ? null : root;
        while (place is not null && reader.Read())
        {
            if (reader.Depth > MaxDepth)
                throw new UnreadableException(TooDeep);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var child = Element(reader);
                    place.Add(child);
                    place = isEmpty ? place : child;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    place.Add(new XText(reader.Value));
                    break;
                case XmlNodeType.EndElement:
                    place = place.Parent;
                    break;
            }
        }
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        // Every attribute is compared with those before: the number of them is limited.
        for (var count = 0; count < MaxAttributes && reader.MoveToNextAttribute(); count++)
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }
        reader.MoveToElement();
        return element;
    }
}
