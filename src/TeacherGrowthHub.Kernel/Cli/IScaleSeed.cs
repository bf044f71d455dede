namespace TeacherGrowthHub.Kernel.Cli;

/// <summary>Something a module can make very many of, to measure a site: an option of <c>seed scale</c>. Scoped.</summary>
public interface IScaleSeed
{
    /// <summary>Order in which several are made: teachers before what belongs to them.</summary>
    int Order { get; }

    /// <summary>Name of the option and of what is made: <c>works</c>.</summary>
    string Option { get; }

    /// <summary>Makes so many more.</summary>
    /// <exception cref="Errors.RefusedException">What they need is not there.</exception>
    Task SeedAsync(int count, CancellationToken cancellationToken);
}
