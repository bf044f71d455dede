using SkiaSharp;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>The frame, the morning sun and the mountains in the mist at the foot of a certificate.</summary>
internal static class PaperScene
{
    private const float FrameOuter = 14;
    private const float FrameInner = 18;
    private const float Crest = 470;
    private static readonly SKColor Ground = new(0xFF, 0xFE, 0xFA);
    private static readonly SKColor Frame = new(0x1B, 0x5E, 0x70);
    private static readonly SKColor Sun = new(0xF3, 0xC9, 0xA5);
    private static readonly SKColor Mist = new(0x9C, 0xC4, 0xC4);

    /// <summary>All of it, for a first page.</summary>
    public static void Draw(SKCanvas canvas, float width, float height)
    {
        canvas.Clear(Ground);
        using (new SKAutoCanvasRestore(canvas))
        {
            canvas.ClipRect(new SKRect(FrameInner, FrameInner, width - FrameInner, height - FrameInner));
            foreach (var (radius, alpha) in ((float, byte)[])[(36, 0x28), (26, 0x38), (17, 0x70)])
                Disc(canvas, width * 0.82f, Crest - 12, radius, Sun.WithAlpha(alpha));
            for (var hill = 0; hill < 4; hill++)
                Hill(canvas, width, height, hill);
        }
        DrawFrame(canvas, width, height);
    }

    /// <summary>The double frame alone, for further pages.</summary>
    public static void DrawFrame(SKCanvas canvas, float width, float height)
    {
        Rectangle(canvas, FrameOuter, width, height, 1.6f);
        Rectangle(canvas, FrameInner, width, height, 0.6f);
    }

    private static void Disc(SKCanvas canvas, float x, float y, float radius, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, paint);
    }

    // Each range stands lower and nearer than the one before; two waves of different length make a ridge.
    private static void Hill(SKCanvas canvas, float width, float height, int hill)
    {
        using var ridge = new SKPathBuilder();
        ridge.MoveTo(0, height);
        for (var x = 0f; x <= width; x += 6)
        {
            var wave = (MathF.Sin((x / (96 + (22 * hill))) + (hill * 1.9f)) * 9) + (MathF.Sin((x / 37) + (hill * 4.1f)) * 3.5f);
            ridge.LineTo(x, Crest + (hill * 21) + wave);
        }
        ridge.LineTo(width, height);
        ridge.Close();
        using var paint = new SKPaint { Color = Mist.WithAlpha((byte)(0x30 + (hill * 0x12))), IsAntialias = true };
        using var path = ridge.Detach();
        canvas.DrawPath(path, paint);
    }

    private static void Rectangle(SKCanvas canvas, float inset, float width, float height, float stroke)
    {
        using var paint = new SKPaint
        {
            Color = Frame,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = stroke,
            IsAntialias = true,
        };
        canvas.DrawRect(new SKRect(inset, inset, width - inset, height - inset), paint);
    }
}
