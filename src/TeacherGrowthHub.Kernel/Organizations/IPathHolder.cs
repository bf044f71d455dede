namespace TeacherGrowthHub.Kernel.Organizations;

/// <summary>
/// A kind of thing that is stored with the path of an organisation. Registered by the module that stores it; called when an organisation
/// moves or is merged, inside the transaction of that change. The audit trail is none of them: its lines stay as they were written.
/// </summary>
public interface IPathHolder
{
    /// <summary>What the things are called, as Chinese source text, for the confirmation.</summary>
    string Label { get; }

    /// <summary>How many things a change would take along.</summary>
    Task<int> CountAsync(PathChange change, CancellationToken cancellationToken);

    /// <summary>Rewrites the stored paths and tells the change log what readers must see anew; stored with the caller's transaction.</summary>
    Task RepathAsync(PathChange change, CancellationToken cancellationToken);
}
