using Microsoft.AspNetCore.Html;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Pages;

/// <summary>Text with its matches in <c>&lt;mark&gt;</c>, and no white space between that was not in the text.</summary>
public static class RunsHtml
{
    public static IHtmlContent ToHtml(this IReadOnlyList<TextRun> runs)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in runs)
        {
            if (run.IsMatch)
                html.AppendHtml("<mark>").Append(run.Text).AppendHtml("</mark>");
            else
                html.Append(run.Text);
        }
        return html;
    }
}
