using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;

/// <summary>The file beside the database that every checkpoint is appended to, a line of JSON each.</summary>
public sealed class CheckpointFile(IOptions<LedgerOptions> options, DataFolder data)
{
    private string FullPath =>
        options.Value.CheckpointFile is { Length: > 0 } told ? told : Path.Combine(data.Folder(LedgerOptions.Folder), "checkpoints.jsonl");

    /// <summary>All lines; a last line that a crash cut short is left out.</summary>
    public async Task<IReadOnlyList<Checkpoint>> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(FullPath))
            return [];
        var text = await File.ReadAllTextAsync(FullPath, cancellationToken);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Checkpoint>(line)!)];
    }

    /// <summary>Appends what the file does not have yet and waits until the disk has it.</summary>
    public async Task AppendAsync(IEnumerable<Checkpoint> checkpoints, CancellationToken cancellationToken = default)
    {
        var last = (await ReadAsync(cancellationToken)).Select(line => line.Number).DefaultIfEmpty().Max();
        await using var file = new FileStream(FullPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        await EndLineAsync(file, cancellationToken);
        foreach (var checkpoint in checkpoints.Where(checkpoint => checkpoint.Number > last))
            await file.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(checkpoint) + "\n"), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    // A crash may have left half a line: it is cut off before the next one.
    private static async Task EndLineAsync(FileStream file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellationToken);
        file.SetLength(Array.LastIndexOf(content, (byte)'\n') + 1);
        file.Seek(0, SeekOrigin.End);
    }
}
