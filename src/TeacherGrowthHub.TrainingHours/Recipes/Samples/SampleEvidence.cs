using SkiaSharp;
using TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

namespace TeacherGrowthHub.TrainingHours.Recipes.Samples;

/// <summary>A picture that says it is no real certificate.</summary>
internal static class SampleEvidence
{
    private const int Width = 900;
    private const int Height = 640;
    private const int Margin = 60;
    private const int BodySize = 30;
    private const int HeadSize = 54;
    private const string Head = "示例证明材料";
    private const string Note = "演示用图片，不是真实的证书";

    /// <param name="text">What it is about; the same text makes the same bytes.</param>
    public static MemoryStream Draw(string text)
    {
        using var fonts = new PaperFonts([Head, Note, text], []);
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        using var frame = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 4,
            Color = new SKColor(0x9A, 0x7B, 0x4F),
        };
        canvas.Clear(new SKColor(0xFB, 0xF7, 0xEE));
        canvas.DrawRect(Margin / 2, Margin / 2, Width - Margin, Height - Margin, frame);
        Write(canvas, fonts, Head, HeadSize, Margin * 3);
        Write(canvas, fonts, text, BodySize, Margin * 5);
        Write(canvas, fonts, Note, BodySize, Height - Margin * 2);
        var file = new MemoryStream();
        bitmap.Encode(file, SKEncodedImageFormat.Png, quality: 100);
        file.Position = 0;
        return file;
    }

    private static void Write(SKCanvas canvas, PaperFonts fonts, string text, float size, float y)
    {
        using var ink = new SKPaint { Color = new SKColor(0x33, 0x2B, 0x20), IsAntialias = true };
        var x = (float)Margin;
        foreach (var rune in text.EnumerateRunes())
        {
            using var font = new SKFont(fonts.Of(rune, bold: false), size);
            var letter = rune.ToString();
            canvas.DrawText(letter, x, y, SKTextAlign.Left, font, ink);
            x += font.MeasureText(letter);
        }
    }
}
