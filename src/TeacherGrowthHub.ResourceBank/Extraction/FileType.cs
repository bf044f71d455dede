namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>What a file is by its content.</summary>
/// <param name="Extension">Lower-case extension with its dot.</param>
/// <param name="MediaType">Sent with downloads.</param>
/// <param name="Refusal">Chinese source text of why the bank does not take it; null when it does.</param>
public sealed record FileType(string Extension, string MediaType, string? Refusal = null)
{
    public static readonly FileType Docx = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static readonly FileType Pptx = new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    public static readonly FileType Xlsx = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static readonly FileType Doc = new(".doc", "application/msword");
    public static readonly FileType Ppt = new(".ppt", "application/vnd.ms-powerpoint");
    public static readonly FileType Xls = new(".xls", "application/vnd.ms-excel");
    public static readonly FileType Pdf = new(".pdf", "application/pdf");
    public static readonly FileType Png = new(".png", "image/png");
    public static readonly FileType Jpeg = new(".jpg", "image/jpeg");
    public static readonly FileType Gif = new(".gif", "image/gif");
    public static readonly FileType Webp = new(".webp", "image/webp");
    public static readonly FileType Mp4 = new(".mp4", "video/mp4");
    public static readonly FileType Text = new(".txt", "text/plain");
    public static readonly FileType Markdown = new(".md", "text/markdown");

    /// <summary>A file that is not taken, and why.</summary>
    public static FileType Refused(string reason) => new("", "application/octet-stream", reason);
}
