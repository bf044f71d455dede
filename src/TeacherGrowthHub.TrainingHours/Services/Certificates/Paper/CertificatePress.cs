using QRCoder;
using SkiaSharp;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using static TeacherGrowthHub.TrainingHours.Services.Certificates.Paper.PaperStyle;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>Prints a certificate: A4 landscape, the same bytes for the same content.</summary>
public sealed class CertificatePress
{
    private const float LastRow = 452;
    private const float LastRowOfFurtherPages = 540;

    /// <param name="site">Address of the site, <c>https://…</c>, without a slash at the end.</param>
    /// <returns>A PDF.</returns>
    /// <exception cref="RefusedException">A character that no font of this machine has.</exception>
    public byte[] Print(CertificateKind kind, CertificateFace face, string number, string code, string site)
    {
        var content = new PaperContent(kind, face, number, code, site);
        using var fonts = new PaperFonts(content.Texts, content.BoldTexts);
        using var stream = new MemoryStream();
        var issued = face.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var metadata = new SKDocumentPdfMetadata
        {
            Title = $"{content.Title} {number}",
            Author = face.Bureau,
            Creation = issued,
            Modified = issued,
        };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            DrawPages(document, content, fonts);
            document.Close();
        }
        return stream.ToArray();
    }

    private static void DrawPages(SKDocument document, PaperContent content, PaperFonts fonts)
    {
        IReadOnlyList<string>[] rows = [.. content.Rows, content.Total];
        var canvas = document.BeginPage(Width, Height);
        var text = new PaperText(canvas, fonts);
        PaperScene.Draw(canvas);
        text.Line(content.Title, Width / 2, 86, 30, Teal, bold: true, SKTextAlign.Center, spacing: 9);
        var table = new PaperTable(canvas, text, content.Header);
        var top = Paragraph(text, content.Paragraph) + 8;
        var first = (int)((LastRow - top) / RowHeight) - 1;
        var further = (int)((LastRowOfFurtherPages - 80) / RowHeight) - 1;
        var pages = 1 + (Math.Max(0, rows.Length - first) + further - 1) / further;
        table.Draw(rows.Take(first), top, endsWithTotal: rows.Length <= first);
        Foot(canvas, text, content, pages);
        document.EndPage();
        for (var page = 2; page <= pages; page++)
        {
            canvas = document.BeginPage(Width, Height);
            text = new PaperText(canvas, fonts);
            PaperScene.DrawFrame(canvas);
            text.Line($"{content.Title} {content.Number}", Left, 58, TableSize, Soft);
            text.Line(PaperWords.Page(page, pages), Right, 58, TableSize, Soft, align: SKTextAlign.Right);
            new PaperTable(canvas, text, content.Header).Draw(
                rows.Skip(first + ((page - 2) * further)).Take(further),
                72,
                endsWithTotal: page == pages
            );
            document.EndPage();
        }
    }

    private static float Paragraph(PaperText text, string paragraph)
    {
        var y = 122f;
        foreach (var line in text.Wrap(PaperWords.Indent + paragraph, Right - Left, BodySize))
        {
            text.Line(line, Left, y, BodySize, Ink);
            y += 25;
        }
        return y - 25;
    }

    private static void Foot(SKCanvas canvas, PaperText text, PaperContent content, int pages)
    {
        Code(canvas, content.Address, Left, 482, 68);
        (string Word, string Value)[] lines =
        [
            (PaperWords.Number, content.Number),
            (PaperWords.Code, content.Code),
            (PaperWords.Place, content.Place),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            text.Line(lines[i].Word, Left + 84, 498 + (i * 22), 10.5f, Soft);
            text.Line(lines[i].Value, Left + 140, 498 + (i * 22), text.Fitting(lines[i].Value, 230, 11, 7), Ink);
        }
        using var dashed = new SKPaint
        {
            Color = Soft,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 0.8f,
            PathEffect = SKPathEffect.CreateDash([3, 3], 0),
            IsAntialias = true,
        };
        canvas.DrawCircle(Right - 44, 512, 42, dashed);
        text.Line(PaperWords.Seal, Right - 44, 516, 11, Soft, align: SKTextAlign.Center);
        text.Line(content.Bureau, Right - 104, 506, text.Fitting(content.Bureau, 230, 12, 5), Ink, align: SKTextAlign.Right);
        text.Line(content.Day, Right - 104, 526, 11, Ink, align: SKTextAlign.Right);
        if (pages > 1)
            text.Line(PaperWords.Page(1, pages), Right, 58, TableSize, Soft, align: SKTextAlign.Right);
    }

    private static void Code(SKCanvas canvas, string address, float x, float y, float size)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var module = size / modules.Count;
        using var paper = new SKPaint { Color = SKColors.White };
        using var ink = new SKPaint { Color = SKColors.Black };
        canvas.DrawRect(new SKRect(x, y, x + size, y + size), paper);
        using var dots = new SKPathBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                    dots.AddRect(SKRect.Create(x + (column * module), y + (row * module), module, module));
            }
        }
        using var path = dots.Detach();
        canvas.DrawPath(path, ink);
    }
}
