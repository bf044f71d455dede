using static TeacherGrowthHub.Tests.ResourceBank.HostilePdf;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>PDF files that run the stack of the reader out: no exception can be caught, the process that reads them ends.</summary>
internal static class HostileStacks
{
    private const int Depth = 20_000;
    private const string Painting = "/C cs 1 sc BT /F 12 Tf 20 20 Td (hello) Tj ET";
    private const string Separation = "/ColorSpace<</C[/Separation/Red/DeviceRGB 8 0 R]>>";

    /// <summary>By what is wrong with them.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["a function that holds itself"] = () => Painted(Separation, Painting, (8, Stitching(8))),
        ["functions nested without end"] = () =>
            Painted(Separation, Painting, [.. Nested(), (Depth, "<</FunctionType 2/Domain[0 1]/N 1>>")]),
        ["a pattern that holds itself"] = () =>
            Painted(
                "/Pattern<</P 8 0 R>>",
                "/Pattern cs /P scn BT /F 12 Tf (hello) Tj ET",
                (8, "<</PatternType 2/Shading<</ShadingType 2/ColorSpace[/Pattern 8 0 R]/Coords[0 0 1 1]/Function 9 0 R>>>>"),
                (9, Stitching(9))
            ),
        ["a tree of names in a circle"] = () =>
            With(
                    (1, "<</Type/Catalog/Pages 2 0 R/Names<</Dests 8 0 R>>/Outlines 9 0 R>>"),
                    (8, "<</Kids[8 0 R]>>"),
                    (9, "<</First 10 0 R>>"),
                    (10, "<</Title(mark)/Dest(x)>>")
                )
                .ToArray(),
        ["references that point to each other"] = () =>
            With((3, Page.Replace("4 0 R", "8 0 R", StringComparison.Ordinal) + ">>"), (8, "9 0 R"), (9, "8 0 R")).ToArray(),
    };

    private static byte[] Painted(string resources, string drawing, params (int Number, string Body)[] objects)
    {
        var page = Page.Replace("/XObject", resources + "/XObject", StringComparison.Ordinal) + ">>";
        return With([(3, page), (4, Stream(drawing)), .. objects]).ToArray();
    }

    private static IEnumerable<(int, string)> Nested() => Enumerable.Range(8, Depth - 8).Select(number => (number, Stitching(number + 1)));

    private static string Stitching(int inner) => $"<</FunctionType 3/Domain[0 1]/Functions[{inner} 0 R]/Bounds[]/Encode[0 1]>>";
}
