using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace TeacherGrowthHub.Kernel.Privacy;

/// <summary>A folder of a person's archive, written through to the browser as it grows.</summary>
public sealed class PersonalArchive(ZipArchive zip, string folder)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Adds rows as a JSON array, one by one.</summary>
    /// <param name="name">Name of the file, without folder.</param>
    public async Task AddAsync<T>(string name, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(name, cancellationToken);
        await JsonSerializer.SerializeAsync(entry, rows, Json, cancellationToken);
    }

    /// <summary>Adds a file.</summary>
    public async Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(name, cancellationToken);
        await content.CopyToAsync(entry, cancellationToken);
    }

    private Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        zip.CreateEntry($"{folder}/{name}", CompressionLevel.Fastest).OpenAsync(cancellationToken);
}
