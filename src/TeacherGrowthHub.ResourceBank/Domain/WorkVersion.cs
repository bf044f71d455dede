namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>One version of a work: its content and files, and where it stands.</summary>
public sealed class WorkVersion
{
    public required string Id { get; init; }
    public string WorkId { get; init; } = "";

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; init; }
    public VersionState State { get; internal set; }

    /// <summary>Same as in the content; kept beside it for lists.</summary>
    public string Title { get; private set; } = "";
    public WorkContent Content { get; private set; } = new();

    /// <summary>Keys of the cover's pictures, as in the content; kept beside it for whoever asks which blobs are needed.</summary>
    public string? CoverLarge { get; private set; }
    public string? CoverSmall { get; private set; }

    /// <summary>The reviewer's note of the last return.</summary>
    public string? ReviewNote { get; internal set; }

    /// <summary>Identifying passages of a case that the author decided to keep.</summary>
    public List<string> KeptFindings { get; set; } = [];
    public DateTime CreatedAt { get; init; }
    public DateTime UpdatedAt { get; set; }
    public DateTime? SubmittedAt { get; internal set; }
    public DateTime? PublishedAt { get; internal set; }

    /// <summary>Changes with every save: two people saving at once are told apart by it.</summary>
    public int Revision { get; private set; }
    public List<WorkFile> Files { get; } = [];

    /// <summary>Whether a file still waits to be read into the form.</summary>
    public bool IsBeingRead => Files.Exists(file => !file.HasBeenRead);

    public void SetContent(WorkContent content)
    {
        Content = content;
        Title = content.Title;
        (CoverLarge, CoverSmall) = (content.Cover?.Large, content.Cover?.Small);
        Revision++;
    }
}

/// <summary>A file of a version; its bytes lie in the blob store and are shared by all versions that carry them.</summary>
public sealed class WorkFile
{
    /// <summary>Longest shown name, in characters.</summary>
    public const int MaxNameLength = 120;

    public required string Id { get; init; }
    public string VersionId { get; init; } = "";

    /// <summary>The name shown and given to downloads; no path, no control characters.</summary>
    public required string Name { get; init; }

    /// <summary>Key in the blob store.</summary>
    public required string Hash { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }
    public required string MediaType { get; init; }

    /// <summary>Lower-case extension with its dot, decided by content.</summary>
    public required string Extension { get; init; }
    public int Position { get; init; }

    /// <summary>Its text, if it has any, was offered to the form of its version.</summary>
    public bool HasBeenRead { get; set; }

    /// <summary>The same file for another version.</summary>
    public WorkFile CopyAs(string id) =>
        new()
        {
            Id = id,
            Name = Name,
            Hash = Hash,
            Length = Length,
            MediaType = MediaType,
            Extension = Extension,
            Position = Position,
            HasBeenRead = true,
        };
}

/// <summary>How far the reading of a file has come.</summary>
public enum FileTextState
{
    Pending,
    Extracted,

    /// <summary>Kept, but honestly not searchable inside (legacy formats, pictures, films).</summary>
    WithoutText,

    /// <summary>Reading failed; the reason says why.</summary>
    Unreadable,
}

/// <summary>What was read from a blob; one for all works that carry it.</summary>
public sealed class FileText
{
    /// <summary>Key in the blob store.</summary>
    public required string Hash { get; init; }
    public FileTextState State { get; set; }

    /// <summary>Chinese source text: why there is no text.</summary>
    public string? Reason { get; set; }

    /// <summary>The text, pages divided by form feeds; never cut.</summary>
    public string Text { get; set; } = "";

    /// <summary>What the file carries without showing it, such as tracked deletions: scanned for identifiers, never searched.</summary>
    public string Hidden { get; set; } = "";

    /// <summary>Keys of the page images, in order; empty without preview.</summary>
    public List<string> PageImages { get; set; } = [];
}
