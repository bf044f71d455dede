using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House;

public sealed class RoutesTests
{
    [Fact]
    public async Task Should_declare_a_permission_or_say_public_on_every_route()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var endpoints = site
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .ToList();
        endpoints.Count.ShouldBeGreaterThan(40);
        var silent = endpoints
            .Where(endpoint => !IsDeclared(endpoint))
            .Select(endpoint => endpoint.RoutePattern.RawText + " " + endpoint.DisplayName);
        silent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_know_every_permission_that_a_route_asks_for()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var known = site
            .Services.GetServices<IPermissionProvider>()
            .SelectMany(provider => provider.Permissions)
            .Select(p => p.Name)
            .ToHashSet();
        var asked = site
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>())
            .Select(attribute => attribute.Permission)
            .ToHashSet();
        asked.ShouldNotBeEmpty();
        asked.ShouldBeSubsetOf(known);
    }

    // Mapped by the framework for files that appear after the build; it declares nothing and so is denied to everybody.
    private const string StaticFilesOfABuiltTree = "Fallback {**path:file}";

    private static bool IsDeclared(Microsoft.AspNetCore.Http.Endpoint endpoint) =>
        endpoint.DisplayName == StaticFilesOfABuiltTree
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetMetadata<RequirePermissionAttribute>() is not null
        || endpoint.Metadata.GetMetadata<RequireSignedInAttribute>() is not null;
}
