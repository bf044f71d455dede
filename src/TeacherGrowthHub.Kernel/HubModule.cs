using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TeacherGrowthHub.Kernel;

/// <summary>
/// A room of the house. It registers what it offers; the kernel discovers the rest from dependency injection
/// (permission and navigation providers, recipe steps, search sources, sections, outbox handlers) and the module's
/// assembly (entity configurations, texts).
/// </summary>
public abstract class HubModule
{
    /// <summary>The module's name, unique in the house: <c>People</c>, <c>ResourceBank</c> …</summary>
    public abstract string Name { get; }

    /// <summary>Registers the module's services.</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Maps endpoints beside the module's Razor Pages, which are found by themselves.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
