using System.Reflection;

namespace TeacherGrowthHub.Kernel;

/// <summary>The modules of this installation, lowest floor first, and the assemblies that bring entities and texts.</summary>
public sealed class ModuleCatalog(IReadOnlyList<HubModule> modules)
{
    public IReadOnlyList<HubModule> Modules { get; } = modules;

    /// <summary>The kernel's assembly, then each module's.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; } =
    [typeof(ModuleCatalog).Assembly, .. modules.Select(module => module.GetType().Assembly).Distinct()];
}
