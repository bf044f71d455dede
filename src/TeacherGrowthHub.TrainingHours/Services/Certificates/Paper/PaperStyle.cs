using SkiaSharp;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>Measures (points) and colours of a certificate: A4 landscape.</summary>
internal static class PaperStyle
{
    public const float Width = 842;
    public const float Height = 595;
    public const float Left = 60;
    public const float Right = Width - Left;
    public const float RowHeight = 20;
    public const float BodySize = 14.5f;
    public const float TableSize = 11;
    public static readonly SKColor Ink = new(0x1E, 0x2A, 0x2E);
    public static readonly SKColor Soft = new(0x56, 0x66, 0x6C);
    public static readonly SKColor Teal = new(0x17, 0x56, 0x68);
    public static readonly SKColor Rule = new(0xD5, 0xDC, 0xDC);
}
