using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Looks into the objects of a PDF, through references.</summary>
internal sealed class PdfTokens(PdfDocument document)
{
    private const int MaxSteps = 20;

    /// <summary>The object itself where a reference stands for it.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (var step = 0; step < MaxSteps && token is IndirectReferenceToken reference; step++)
            token = document.Structure.GetObject(reference.Data)?.Data;
        return token;
    }

    /// <summary>An entry of a dictionary; null when absent.</summary>
    public IToken? Find(DictionaryToken dictionary, string name) =>
        dictionary.Data.TryGetValue(name, out var token) ? Resolve(token) : null;

    /// <summary>An entry that is a string; empty when absent.</summary>
    public string Text(DictionaryToken dictionary, string name) =>
        Find(dictionary, name) switch
        {
            StringToken text => text.Data,
            HexToken hex => hex.Data,
            _ => "",
        };

    /// <summary>Decoded bytes of a stream.</summary>
    public byte[] Bytes(StreamToken stream) => stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner).ToArray();
}
