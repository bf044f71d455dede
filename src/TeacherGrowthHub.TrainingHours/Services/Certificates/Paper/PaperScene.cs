using SkiaSharp;
using static TeacherGrowthHub.TrainingHours.Services.Certificates.Paper.PaperStyle;

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
    public static void Draw(SKCanvas canvas)
    {
        canvas.Clear(Ground);
        using (new SKAutoCanvasRestore(canvas))
        {
            canvas.ClipRect(new SKRect(FrameInner, FrameInner, Width - FrameInner, Height - FrameInner));
            foreach (var (radius, alpha) in ((float, byte)[])[(36, 0x28), (26, 0x38), (17, 0x70)])
                Disc(canvas, Width * 0.82f, Crest - 12, radius, Sun.WithAlpha(alpha));
            for (var hill = 0; hill < 4; hill++)
                Hill(canvas, hill);
        }
        DrawFrame(canvas);
    }

    /// <summary>The double frame alone, for further pages.</summary>
    public static void DrawFrame(SKCanvas canvas)
    {
        Rectangle(canvas, FrameOuter, 1.6f);
        Rectangle(canvas, FrameInner, 0.6f);
    }

    private static void Disc(SKCanvas canvas, float x, float y, float radius, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, paint);
    }

    // Each range stands lower and nearer than the one before; two waves of different length make a ridge.
    private static void Hill(SKCanvas canvas, int hill)
    {
        using var ridge = new SKPathBuilder();
        ridge.MoveTo(0, Height);
        for (var x = 0f; x <= Width; x += 6)
        {
            var wave = (MathF.Sin((x / (96 + (22 * hill))) + (hill * 1.9f)) * 9) + (MathF.Sin((x / 37) + (hill * 4.1f)) * 3.5f);
            ridge.LineTo(x, Crest + (hill * 21) + wave);
        }
        ridge.LineTo(Width, Height);
        ridge.Close();
        using var paint = new SKPaint { Color = Mist.WithAlpha((byte)(0x30 + (hill * 0x12))), IsAntialias = true };
        using var path = ridge.Detach();
        canvas.DrawPath(path, paint);
    }

    private static void Rectangle(SKCanvas canvas, float inset, float stroke)
    {
        using var paint = new SKPaint
        {
            Color = Frame,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = stroke,
            IsAntialias = true,
        };
        canvas.DrawRect(new SKRect(inset, inset, Width - inset, Height - inset), paint);
    }
}
