using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>A piece of a shared page: a partial view of the module and its model.</summary>
public sealed record SectionView(string Partial, object Model);

/// <summary>A piece that a module puts on a shared page; null hides it for this person.</summary>
public interface ISection
{
    /// <summary>Position, ascending.</summary>
    int Order { get; }

    Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken);
}

/// <summary>On the home page.</summary>
public interface IHomeSection : ISection;

/// <summary>On a person's own page <c>/my</c>.</summary>
public interface IMySection : ISection;

/// <summary>On the administration page <c>/admin</c>.</summary>
public interface IAdminSection : ISection;
