using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Api;
using TeacherGrowthHub.People.Cli;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Privacy;
using TeacherGrowthHub.People.Imports;
using TeacherGrowthHub.People.Recipes;
using TeacherGrowthHub.People.Sections;
using TeacherGrowthHub.People.Services;

namespace TeacherGrowthHub.People;

/// <summary>Organisations, teachers, accounts, duties and portal roles.</summary>
public sealed class PeopleModule : HubModule
{
    // One default scheme that forwards to the token when a request carries one, else to the cookie.
    private const string EitherScheme = "CookieOrToken";

    public override string Name => "People";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPermissionProvider, PeoplePermissions>();
        services.AddSingleton<INavigationProvider, PeopleNavigation>();
        services.AddOrganizations().AddTeachers().AddRoles().AddPrivacy().AddImports();
        services.AddScoped<AccountService>().AddScoped<PeopleDirectory>().AddScoped<BearerTokens>();
        services.AddScoped<IWaitingSource, WaitingActivations>();
        services.AddScoped<IRecipeStep, DemoAccountsStep>();
        services.AddScoped<IHubCommand, AccountCreateCommand>().AddScoped<IHubCommand, AccountResetCommand>();
        AddIdentity(services);
        AddSchemes(services);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTokens();
        endpoints.MapImportFiles();
    }

    private static void AddIdentity(IServiceCollection services) =>
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = 8;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<UserOnlyStore<Account, HubDbContext, string>>()
            .AddErrorDescriber<IdentityTexts>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager();

    private static void AddSchemes(IServiceCollection services)
    {
        services
            .AddAuthentication(EitherScheme)
            .AddPolicyScheme(
                EitherScheme,
                null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        BearerHandler.TokenOf(context.Request) is null ? IdentityConstants.ApplicationScheme : BearerHandler.SchemeName
            )
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "hub.session";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.LoginPath = "/account/signin";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.Events.OnRedirectToLogin = context => RefuseOrRedirect(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
    }

    private static Task RefuseOrRedirect(
        Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context,
        int status
    )
    {
        if (context.Request.Path.StartsWithSegments("/api"))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
