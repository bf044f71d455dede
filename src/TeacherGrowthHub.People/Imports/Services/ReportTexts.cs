using Microsoft.Extensions.Localization;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Reasons and remarks in the page's language; a label in a place of the text is a text itself.</summary>
public static class ReportTexts
{
    public static string ReasonOf(this IStringLocalizer texts, RowResult row) =>
        row.Reason is null ? ""
        : row.Header is null ? texts.Fill(row.Reason, row.Arguments)
        : texts["{0}：{1}", texts[row.Header].Value, texts.Fill(row.Reason, row.Arguments)];

    public static string NoteOf(this IStringLocalizer texts, WorkbookNote note) => texts.Fill(note.Text, note.Arguments);

    public static string Fill(this IStringLocalizer texts, string text, IEnumerable<string> arguments) =>
        texts[text, [.. arguments.Select(argument => texts[argument].Value)]];
}
