using System.Text;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>The header <c>Upload-Metadata</c> of tus: pairs of a name and base64, as in <c>filename d29ya3MuZG9jeA==,work MDF…</c>.</summary>
internal static class TusMetadata
{
    /// <exception cref="RefusedException">It cannot be read, or a name stands twice.</exception>
    public static Dictionary<string, string> Read(string header)
    {
        try
        {
            return header
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split(' ', 2))
                .Where(pair => pair.Length == 2)
                .ToDictionary(pair => pair[0], pair => Encoding.UTF8.GetString(Convert.FromBase64String(pair[1])));
        }
        // A key that stands twice is an ArgumentException.
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new RefusedException("上传请求的文件信息读不懂");
        }
    }
}
