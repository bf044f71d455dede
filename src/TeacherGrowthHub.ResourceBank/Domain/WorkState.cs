namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>Where a version stands: draft → submitted → published, or returned with a note.</summary>
public enum VersionState
{
    Draft,
    Submitted,
    Returned,
    Published,

    /// <summary>Was published; a later version stands in its place.</summary>
    Superseded,
}

/// <summary>What a reader finds at the work's address.</summary>
public enum WorkVisibility
{
    /// <summary>Never published.</summary>
    Hidden,
    Published,

    /// <summary>Withdrawn by the author: a notice stands at the address.</summary>
    Withdrawn,

    /// <summary>Taken down by a reviewer, with a reason.</summary>
    TakenDown,
}
