using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Reads a stored file: text in a child process, then the draft's form; its pages are drawn afterwards. Idempotent.</summary>
public sealed class FileReading(
    HubDbContext database,
    WorkingCopies copies,
    ExtractionProcess extraction,
    OfficeConverter office,
    FormFilling filling,
    ChangeLog changes,
    Outbox outbox
) : IOutboxHandler<FileStored>
{
    private const string NoText = "这种格式没有可读的文字";

    public async Task HandleAsync(FileStored message, CancellationToken cancellationToken)
    {
        var row = await database.Set<FileText>().SingleOrDefaultAsync(text => text.Hash == message.Hash, cancellationToken);
        if (row is null)
            return;
        using var copy = await copies.MakeAsync(message.Hash, message.Extension, cancellationToken);
        var result = await ReadAsync(copy, message.Extension, cancellationToken);
        if (row.State == FileTextState.Pending)
        {
            Note(row, result, TextExtractor.CanRead(message.Extension));
            // What could not be read is not drawn either: it has cost enough time.
            if (result.Document is not null)
                outbox.Add(new FileRead(message.Hash, message.Extension));
            await TellReadersAsync(message.Hash, cancellationToken);
        }
        await filling.FillAsync(message.Hash, result.Document, cancellationToken);
        // One commit: whoever sees the file as read finds the form filled.
        await database.SaveChangesAsync(cancellationToken);
    }

    // A legacy format is read as its successor, where LibreOffice can make one of it.
    private async Task<ExtractionResult> ReadAsync(WorkingCopy copy, string extension, CancellationToken cancellationToken)
    {
        var path = copy.Path;
        if (OfficeConverter.SuccessorOf(extension) is { } successor)
        {
            extension = successor;
            path = await SuccessorAsync(copy, successor, cancellationToken);
        }
        return TextExtractor.CanRead(extension) && path.Length > 0
            ? await extraction.ReadAsync(path, extension, cancellationToken)
            : new ExtractionResult(null, NoText);
    }

    // A form waits for it: what LibreOffice cannot read at once is unreadable.
    private async Task<string> SuccessorAsync(WorkingCopy copy, string extension, CancellationToken cancellationToken)
    {
        try
        {
            return await office.ConvertAsync(copy.Path, extension, copy.Folder, OptionalProgram.Soon, cancellationToken) ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static void Note(FileText row, ExtractionResult result, bool isReadable)
    {
        row.State =
            result.Document is not null ? FileTextState.Extracted
            : isReadable ? FileTextState.Unreadable
            : FileTextState.WithoutText;
        row.Text = Storable(result.Document?.Text);
        row.Hidden = Storable(result.Document?.Hidden);
        row.Reason = result.Reason;
    }

    // PostgreSQL cannot store U+0000.
    private static string Storable(string? text) => text?.Replace("\0", "", StringComparison.Ordinal) ?? "";

    // A published work may have been waiting for this text.
    private async Task TellReadersAsync(string hash, CancellationToken cancellationToken)
    {
        var published = await (
            from file in database.Set<WorkFile>()
            join version in database.Set<WorkVersion>() on file.VersionId equals version.Id
            where file.Hash == hash && version.State == VersionState.Published
            select version.WorkId
        ).ToListAsync(cancellationToken);
        foreach (var id in published.Distinct())
            changes.Append(WorkChange.Kind, id);
    }
}
