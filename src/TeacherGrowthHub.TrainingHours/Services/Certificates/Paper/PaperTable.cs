using SkiaSharp;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>The table of activities: title, kind, days and hours, then what counts for each duty.</summary>
internal sealed class PaperTable(SKCanvas canvas, PaperText text, IReadOnlyList<string> header, float left, float right)
{
    private const float KindWidth = 92;
    private const float DaysWidth = 150;
    private const float HoursWidth = 52;
    private const float DutyWidth = 84;
    private const float Gap = 10;
    private const float Least = 8;

    /// <param name="top">Where the header's cells begin.</param>
    /// <param name="endsWithTotal">Whether the last row is the total.</param>
    public void Draw(
        IEnumerable<IReadOnlyList<string>> rows,
        float top,
        float height,
        float size,
        SKColor ink,
        SKColor soft,
        SKColor rule,
        bool endsWithTotal
    )
    {
        using var line = new SKPaint { Color = rule, StrokeWidth = 0.6f };
        var all = rows.ToList();
        var y = top;
        Row(header, y, height, size - 1.5f, soft, bold: false);
        canvas.DrawLine(left, y + height, right, y + height, line);
        for (var i = 0; i < all.Count; i++)
        {
            y += height;
            Row(all[i], y, height, size, ink, bold: endsWithTotal && i == all.Count - 1);
            canvas.DrawLine(left, y + height, right, y + height, line);
        }
    }

    private void Row(IReadOnlyList<string> cells, float y, float height, float size, SKColor color, bool bold)
    {
        var duties = cells.Count - 4;
        var hours = right - (duties * DutyWidth);
        var days = hours - HoursWidth - DaysWidth;
        var kind = days - KindWidth;
        var baseLine = y + (height * 0.7f);
        Cell(cells[0], left, kind - left, SKTextAlign.Left);
        Cell(cells[1], kind, KindWidth, SKTextAlign.Left);
        Cell(cells[2], days, DaysWidth, SKTextAlign.Left);
        Cell(cells[3], hours, HoursWidth, SKTextAlign.Right);
        for (var duty = 0; duty < duties; duty++)
            Cell(cells[4 + duty], hours + ((duty + 1) * DutyWidth), DutyWidth, SKTextAlign.Right);

        void Cell(string value, float x, float width, SKTextAlign align)
        {
            var fitting = text.Fitting(value, width - Gap, size, Math.Min(size, Least), bold);
            text.Line(text.Shortened(value, width - Gap, fitting, bold), x, baseLine, fitting, color, bold, align);
        }
    }
}
