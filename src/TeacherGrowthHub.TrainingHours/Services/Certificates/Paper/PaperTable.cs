using SkiaSharp;
using static TeacherGrowthHub.TrainingHours.Services.Certificates.Paper.PaperStyle;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>The table of activities: title, kind, days and hours, then what counts for each duty.</summary>
internal sealed class PaperTable(SKCanvas canvas, PaperText text, IReadOnlyList<string> header)
{
    private const float KindWidth = 92;
    private const float DaysWidth = 150;
    private const float HoursWidth = 52;
    private const float DutyWidth = 84;
    private const float Gap = 10;
    private const float Least = 8;

    /// <param name="top">Where the header's cells begin.</param>
    /// <param name="endsWithTotal">Whether the last row is the total.</param>
    public void Draw(IEnumerable<IReadOnlyList<string>> rows, float top, bool endsWithTotal)
    {
        using var line = new SKPaint { Color = Rule, StrokeWidth = 0.6f };
        var all = rows.ToList();
        var y = top;
        Row(header, y, TableSize - 1.5f, Soft, bold: false);
        canvas.DrawLine(Left, y + RowHeight, Right, y + RowHeight, line);
        for (var i = 0; i < all.Count; i++)
        {
            y += RowHeight;
            Row(all[i], y, TableSize, Ink, bold: endsWithTotal && i == all.Count - 1);
            canvas.DrawLine(Left, y + RowHeight, Right, y + RowHeight, line);
        }
    }

    private void Row(IReadOnlyList<string> cells, float y, float size, SKColor color, bool bold)
    {
        var duties = cells.Count - 4;
        var hours = Right - (duties * DutyWidth);
        var days = hours - HoursWidth - DaysWidth;
        var kind = days - KindWidth;
        var baseLine = y + (RowHeight * 0.7f);
        Cell(cells[0], Left, kind - Left, SKTextAlign.Left);
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
