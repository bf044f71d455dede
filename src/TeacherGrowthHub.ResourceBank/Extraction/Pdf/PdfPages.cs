using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Pages of a PDF; one that the library cannot draw is reduced to its text and tried again.</summary>
internal sealed class PdfPages
{
    private static readonly string[] Colours = ["ColorSpace", "Pattern", "Shading", "ExtGState", "Properties"];
    private readonly PdfDocument _document;
    private readonly PdfTokens _tokens;

    public PdfPages(PdfDocument document, PdfTokens tokens)
    {
        (_document, _tokens) = (document, tokens);
        document.AddPageFactory(new DictionaryFactory());
    }

    /// <summary>The page of that number, from 1.</summary>
    public Page Read(int number)
    {
        foreach (var withForms in (bool[])[true, false])
        {
            try
            {
                return _document.GetPage(number);
            }
            catch (Exception exception) when (exception is not (OutOfMemoryException or UnreadableException))
            {
                Reduce(_document.GetPage<PageDictionary>(number).Entries, withForms);
            }
        }
        return _document.GetPage(number);
    }

    private void Reduce(DictionaryToken page, bool withForms)
    {
        if (page.Data.GetValueOrDefault("Contents") is not { } contents)
            return;
        var streams = _tokens.Resolve(contents) is ArrayToken array ? array.Data : [contents];
        foreach (var reference in streams.OfType<IndirectReferenceToken>())
            ReduceStream(reference, withForms);
        if (_tokens.Find(page, "Resources") is not DictionaryToken resources)
            return;
        // The library keeps the page's own entries and offers no way to give it others.
        foreach (var name in resources.Data is IDictionary<string, IToken> { IsReadOnly: false } ? Colours : [])
            ((IDictionary<string, IToken>)resources.Data).Remove(name);
        var drawn = _tokens.Find(resources, "XObject") as DictionaryToken;
        foreach (var reference in (drawn?.Data.Values ?? []).OfType<IndirectReferenceToken>().Where(IsForm))
            ReduceStream(reference, withForms: false);
    }

    private bool IsForm(IndirectReferenceToken reference) =>
        _tokens.Resolve(reference) is StreamToken form && _tokens.Find(form.StreamDictionary, "Subtype") is NameToken { Data: "Form" };

    private void ReduceStream(IndirectReferenceToken reference, bool withForms)
    {
        if (_tokens.Resolve(reference) is not StreamToken stream)
            return;
        var text = new PdfContent(_tokens.Bytes(stream)).TextOnly(withForms);
        var entries = stream.StreamDictionary.Data.Where(entry => entry.Key is not ("Filter" or "DecodeParms" or "Length"));
        var kept = entries.ToDictionary(entry => NameToken.Create(entry.Key), entry => entry.Value);
        kept[NameToken.Create("Length")] = new NumericToken(text.Length);
        _document.Advanced.ReplaceIndirectObject(reference.Data, new StreamToken(new DictionaryToken(kept), text));
    }

    private sealed record PageDictionary(DictionaryToken Entries);

    // The library tells a page's entries only to those who make pages.
    private sealed class DictionaryFactory : IPageFactory<PageDictionary>
    {
        public PageDictionary Create(
            int number,
            DictionaryToken dictionary,
            PageTreeMembers pageTreeMembers,
            NamedDestinations namedDestinations
        ) => new(dictionary);
    }
}
