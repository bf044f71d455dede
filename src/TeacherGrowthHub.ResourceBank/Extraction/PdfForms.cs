using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Tokens;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Fields of a form with their names, tips and values; of both kinds of forms, AcroForm and XFA.</summary>
internal static class PdfForms
{
    public static IEnumerable<string> Lines(PdfDocument document) =>
        document.TryGetForm(out var form) ? form.Fields.SelectMany(Flatten).Select(FieldText).Concat(XfaLines(document, form)) : [];

    private static IEnumerable<AcroFieldBase> Flatten(AcroFieldBase field) =>
        field is AcroNonTerminalField parent ? [field, .. parent.Children.SelectMany(Flatten)] : [field];

    private static string FieldText(AcroFieldBase field)
    {
        var value = field switch
        {
            AcroTextField text => text.Value,
            AcroComboBoxField combo => string.Join(' ', combo.SelectedOptions),
            AcroListBoxField list => string.Join(' ', list.SelectedOptions),
            AcroCheckboxField box => box.CurrentValue?.Data,
            AcroRadioButtonField button => button.CurrentValue?.Data,
            _ => "",
        };
        return $"{field.Information.PartialName} {field.Information.AlternateName} {value}";
    }

    // XFA: an XML file in one stream or cut into several.
    private static IEnumerable<string> XfaLines(PdfDocument document, AcroForm form)
    {
        var tokens = new PdfTokens(document);
        var packets = tokens.Find(form.Dictionary, "XFA") switch
        {
            ArrayToken array => array.Data.Select(tokens.Resolve).OfType<StreamToken>(),
            StreamToken stream => [stream],
            _ => [],
        };
        var bytes = packets.SelectMany(packet => tokens.Bytes(packet)).ToArray();
        using var xml = new MemoryStream(bytes);
        return bytes.Length == 0 || LenientXml.Read(xml) is not { } root ? [] : root.Descendants().Where(IsShown).Select(Line).Distinct();
    }

    private static bool IsShown(XElement element) =>
        element.Name.LocalName is "text" or "exData" or "toolTip" or "speak"
        || (!element.HasElements && element.Value.Length > 0 && element.Ancestors().Any(a => a.Name.LocalName == "datasets"));

    private static string Line(XElement element) =>
        element.Ancestors().Any(a => a.Name.LocalName == "datasets") ? $"{element.Name.LocalName} {element.Value}" : element.Value;
}
