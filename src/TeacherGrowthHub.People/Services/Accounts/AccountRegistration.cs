using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Api;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Messages;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Registers accounts: ASP.NET Core Identity, its cookies, bearer tokens, and the services around them.</summary>
internal static class AccountRegistration
{
    // One default scheme that forwards to the token when a request carries one, else to the cookie.
    private const string EitherScheme = "CookieOrToken";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountService>().AddScoped<AccountCodes>().AddScoped<Passwords>().AddScoped<OwnSessions>();
        services.AddSingleton<SeenSessions>().AddScheduledJob<SeenSessionsJob>("30 * * * * ?");
        services.AddScoped<AccountSessions>().AddScoped<SessionCookie>().AddScoped<SignInHistory>().AddScoped<PasswordCheck>();
        services.AddScoped<AccountScopes>().AddScoped<SecondFactorDemand>().AddScoped<SecondFactors>().AddSingleton<SignInThrottle>();
        services.AddScoped<AccountList>().AddScoped<AccountAdministration>().AddScoped<AccountCreation>();
        services.AddScoped<AccountSlips>().AddScoped<ActivationReminder>();
        services.AddScoped<Passkeys>().AddScoped<EmailAddresses>().AddScoped<PasswordLinks>().AddScoped<RobotAdministration>();
        services.AddOutboxHandler<EmailCodeAsked, EmailCodeHandler>().AddOutboxHandler<PasswordLinkAsked, PasswordLinkHandler>();
        services.AddScoped<BearerTokens>().AddSingleton(new SettingsType(typeof(SecondFactorRules)));
        services.AddScoped(provider => (HubSignInManager)provider.GetRequiredService<SignInManager<Account>>());
        AddIdentity(services);
        AddSchemes(services);
        return services;
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = 8;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                // Six digits that can be typed, instead of a long token.
                options.Tokens.ChangeEmailTokenProvider = TokenOptions.DefaultEmailProvider;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<AccountStore>()
            .AddErrorDescriber<IdentityTexts>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager<HubSignInManager>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AppCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = PasswordLinks.Lifetime);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey signs in alone: it must ask for a finger or PIN, and know whose it is.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
    }

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
            .AddIdentityCookies(cookies =>
                // Pages of a visitor with a cookie named hub.* are not kept by the page cache.
                cookies.TwoFactorUserIdCookie!.Configure(options => options.Cookie.Name = "hub.secondstep")
            );
        services.ConfigureApplicationCookie(ShapeCookie);
    }

    private static void ShapeCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hub.session";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.LoginPath = "/account/signin";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
        options.Events.OnRedirectToLogin = context => RefuseOrRedirect(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static Task RefuseOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
