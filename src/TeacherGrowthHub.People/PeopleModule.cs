using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Api;
using TeacherGrowthHub.People.Cli;
using TeacherGrowthHub.People.Imports;
using TeacherGrowthHub.People.Recipes;
using TeacherGrowthHub.People.Sections;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People;

/// <summary>Organisations, teachers, accounts, duties and portal roles.</summary>
public sealed class PeopleModule : HubModule
{
    public override string Name => "People";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPermissionProvider, PeoplePermissions>();
        services.AddSingleton<INavigationProvider, PeopleNavigation>();
        services.AddScoped<PeopleDirectory>();
        services.AddOrganizations().AddTeachers().AddRoles().AddPrivacy().AddImports().AddAccounts();
        services.AddScoped<IWaitingSource, WaitingActivations>();
        services.AddScoped<IRecipeStep, DemoAccountsStep>();
        services.AddScoped<IHubCommand, AccountCreateCommand>().AddScoped<IHubCommand, AccountResetCommand>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTokens();
        endpoints.MapImportFiles();
    }
}
