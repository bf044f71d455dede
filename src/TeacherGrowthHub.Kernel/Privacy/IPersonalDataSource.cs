using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Privacy;

/// <summary>Writes what a module holds about a person into the person's own archive (PIPL article 45).</summary>
public interface IPersonalDataSource
{
    /// <summary>Folder in the archive; unique among the modules.</summary>
    string Name { get; }

    /// <summary>Entities whose rows about the person it writes; a test asks this of every table with a person's id.</summary>
    IReadOnlyCollection<Type> Covers { get; }

    Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken);
}
