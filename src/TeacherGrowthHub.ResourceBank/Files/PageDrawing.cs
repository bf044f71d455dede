using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Outbox: a file was read and its pages can be drawn.</summary>
/// <param name="Hash">Key in the blob store.</param>
/// <param name="Extension">Lower-case extension decided by content.</param>
public sealed record FileRead(string Hash, string Extension);

/// <summary>Draws the pages of a file that was read: nobody waits for them, so they come after the form is filled. Idempotent.</summary>
public sealed class PageDrawing(HubDbContext database, PageImages images, WorkingCopies copies) : IOutboxHandler<FileRead>
{
    public async Task HandleAsync(FileRead message, CancellationToken cancellationToken)
    {
        var row = await database.Set<FileText>().SingleOrDefaultAsync(text => text.Hash == message.Hash, cancellationToken);
        if (row is null)
            return;
        using var copy = await copies.MakeAsync(message.Hash, message.Extension, cancellationToken);
        row.PageImages = [.. await images.MakeAsync(copy.Path, message.Extension, copy.Folder, cancellationToken)];
        await database.SaveChangesAsync(cancellationToken);
    }
}
