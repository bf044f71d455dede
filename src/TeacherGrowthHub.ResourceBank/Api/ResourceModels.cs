using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Api;

/// <summary>A new work.</summary>
/// <param name="Kind">lesson, paper, case, curriculum or courseware.</param>
/// <param name="Content">What is known already; may be empty.</param>
public sealed record CreateResource(string Kind, WorkForm? Content);

/// <summary>A save of a draft.</summary>
/// <param name="Revision">The revision the change starts from.</param>
/// <param name="Content">All fields.</param>
public sealed record SaveResource(int Revision, WorkForm? Content);

/// <summary>The state of a draft after a change.</summary>
/// <param name="Id">The work.</param>
/// <param name="Revision">Send it with the next save.</param>
/// <param name="State">Draft, Submitted, Returned or Published.</param>
public sealed record ResourceState(string Id, int Revision, string State);

/// <summary>A line of a list.</summary>
public sealed record ResourceLine(
    string Id,
    string Kind,
    string Title,
    string Summary,
    IReadOnlyList<string> Authors,
    DateTime PublishedAt
);

/// <summary>A file of a work.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record ResourceFile(string Id, string Name, string MediaType, long Length, string Sha256);

/// <summary>A published work.</summary>
/// <param name="School">Empty for cases.</param>
public sealed record ResourceDetail(
    string Id,
    string Kind,
    int Version,
    string School,
    WorkForm Content,
    IReadOnlyList<ResourceFile> Files,
    DateTime PublishedAt
);

/// <summary>A page of works.</summary>
/// <param name="Total">Works on all pages.</param>
public sealed record ResourcePage(int Total, IReadOnlyList<ResourceLine> Items);

/// <summary>How far the reading of a draft's files has come.</summary>
public sealed record ReadingState(bool IsFinished);

/// <summary>A question about a file by its hash.</summary>
/// <param name="Sha256">Lower-case hex of the whole file.</param>
/// <param name="WorkId">The draft it is meant for, which does not count.</param>
public sealed record HashQuestion(string Sha256, string? WorkId);

/// <summary>The answer: a public work, or one's own, that has the file already.</summary>
public sealed record HashAnswer(bool IsKnown, string? WorkId, string? Title, bool IsOwn);

/// <summary>A reviewer's return.</summary>
/// <param name="Note">What the author should change.</param>
public sealed record ReturnResource(string Note);

/// <summary>A reviewer's publication.</summary>
/// <param name="Confirmed">For cases: nobody can be recognised.</param>
public sealed record PublishResource(bool Confirmed);

internal static class ResourceMapping
{
    public static ResourceLine ToLine(this WorkCard card) =>
        new(card.Id, card.Profile.Code, card.Title, card.Summary, card.Authors, card.PublishedAt);

    public static ResourceDetail ToDetail(this Work work) =>
        new(
            work.Id,
            KindProfile.Of(work.Kind).Code,
            work.Published!.Number,
            work.Kind == WorkKind.Case ? "" : work.School,
            WorkForm.From(work.Published.Content),
            [.. work.Published.Files.Select(file => new ResourceFile(file.Id, file.Name, file.MediaType, file.Length, file.Hash))],
            work.Published.PublishedAt!.Value
        );
}
