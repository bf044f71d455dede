using TeacherGrowthHub.ResourceBank.Files;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Programs the portal uses when they are there: looked for at start, named when missing, missed gracefully.</summary>
public sealed class OptionalTools
{
    private static readonly (string Program, string Package, string Use)[] Known =
    [
        ("pdftoppm", "poppler-utils", "page images of PDF files"),
        (
            "soffice",
            "libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui",
            "page images of Office files, no text of doc, ppt and xls"
        ),
    ];

    /// <summary>One sentence for each tool that is missing.</summary>
    public IEnumerable<string> Missing() =>
        from tool in Known
        where !OptionalProgram.IsInstalled(tool.Program)
        select $"Optional program {tool.Program} not found (Debian: {tool.Package}); without it: no {tool.Use}.";
}
