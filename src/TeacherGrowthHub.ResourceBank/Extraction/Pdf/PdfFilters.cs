using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>The library's filters, but no packed stream may grow beyond all measure.</summary>
internal sealed class PdfFilters : IFilterProvider
{
    private static readonly IFilterProvider Usual = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => [.. Usual.GetFilters(dictionary).Select(Limited)];

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => [.. Usual.GetNamedFilters(names).Select(Limited)];

    public IReadOnlyList<IFilter> GetAllFilters() => [.. Usual.GetAllFilters().Select(Limited)];

    private static IFilter Limited(IFilter filter) => filter is FlateFilter ? new LimitedFlate(filter) : filter;

    private sealed class LimitedFlate(IFilter usual) : IFilter
    {
        // Deflate packs a thousandfold at most: smaller streams cannot reach the limit.
        private const int Harmless = 128 << 10;
        private const long MaxUnpacked = 128L << 20;

        public bool IsSupported => usual.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            if (input.Length > Harmless && IsBomb(input))
                throw new UnreadableException("PDF 解压后异常庞大，没有读取");
            return usual.Decode(input, dictionary, provider, index);
        }

        private static bool IsBomb(Memory<byte> input)
        {
            using var packed = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            long unpacked = 0;
            try
            {
                for (int read; unpacked <= MaxUnpacked && (read = packed.Read(buffer)) > 0; )
                    unpacked += read;
            }
            catch (InvalidDataException)
            {
                // The library tries what it can with a broken stream.
            }
            return unpacked > MaxUnpacked;
        }
    }
}
