using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>What an author decides about single parts of a draft: its files, and the passages that a scan found.</summary>
public sealed class DraftParts(WorkLoader works, CaseGate gate, AuthorActs acts)
{
    /// <summary>Removes a file from the working version.</summary>
    public Task RemoveFileAsync(string id, string fileId, HubUser user, CancellationToken cancellationToken = default) =>
        acts.ChangeAsync(
            id,
            user,
            "Work.FileRemoved",
            work =>
            {
                var files = work.Editable().Files;
                files.Remove(files.SingleOrDefault(file => file.Id == fileId) ?? throw WorkLoader.NotFound());
            },
            cancellationToken
        );

    /// <summary>Keeps an identifying passage that the scan of a case found.</summary>
    public async Task KeepFindingAsync(string id, string passage, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await works.OwnAsync(id, user, cancellationToken);
        var findings = await gate.FindingsAsync(work, work.Editable(), cancellationToken);
        if (findings.All(found => found.Finding.Text != passage))
            throw new RefusedException("没有找到这处内容，请刷新后再看") { Kind = RefusalKind.Conflict };
        await acts.ChangeAsync(id, user, "Work.FindingKept", changed => Keep(changed.Editable(), passage), cancellationToken);
    }

    private static void Keep(WorkVersion version, string passage) =>
        version.KeptFindings = [.. version.KeptFindings.Append(passage).Distinct()];
}
