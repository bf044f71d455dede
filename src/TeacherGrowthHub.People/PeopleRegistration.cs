using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Cli;
using TeacherGrowthHub.People.Privacy;
using TeacherGrowthHub.People.Recipes;
using TeacherGrowthHub.People.Sections;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Audit;
using TeacherGrowthHub.People.Services.Keys;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.SignIn;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People;

/// <summary>The module's services, one method an area.</summary>
internal static class PeopleRegistration
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services) =>
        services
            .AddScoped<OrganizationTree>()
            .AddScoped<OrganizationRegister>()
            .AddScoped<OrganizationMoves>()
            .AddScoped<OrganizationMergers>()
            .AddScoped<OrganizationClosings>()
            .AddScoped<OrganizationOverview>()
            .AddScoped<OrganizationRecord>()
            .AddScoped<OrganizationChoices>()
            .AddScoped<SchoolStaffing>()
            .AddScoped<IPathHolder, CorrectionPaths>()
            .AddScoped<IPathHolder, IntegrationKeyPaths>()
            .AddScoped<IntegrationKeys>()
            .AddScoped<IRecipeStep, OrganizationsStep>();

    public static IServiceCollection AddTeachers(this IServiceCollection services) =>
        services
            .AddScoped<PresentSchools>()
            .AddScheduledJob<PresentSchoolsJob>("0 5 0 * * ?")
            .AddScoped<TeacherList>()
            .AddScoped<TeacherRecords>()
            .AddScoped<TeacherHistories>()
            .AddScoped<TeacherLookup>()
            .AddScoped<TeacherContacts>()
            .AddScoped<TeacherAccounts>()
            .AddScoped<TeacherEditing>()
            .AddScoped<TeacherDuties>()
            .AddScoped<TeacherTransfers>()
            .AddScoped<SecondSchools>()
            .AddScoped<Corrections>()
            .AddScoped<CorrectionDecisions>()
            .AddScoped<YearSheets>()
            .AddScoped<SchoolYears>()
            .AddScoped<IAdminSection, YearSection>()
            .AddScoped<IWaitingSource, WaitingCorrections>()
            .AddScoped<IRecipeStep, TeachersStep>()
            .AddScoped<IScaleSeed, ScaleTeachers>();

    public static IServiceCollection AddRoles(this IServiceCollection services) =>
        services
            .AddScoped<IHubUserAccessor, HubUserAccessor>()
            .AddScoped<AccountGrants>()
            .AddScoped<Acting>()
            .AddScoped<RoleHoldings>()
            .AddScoped<RoleOverview>()
            .AddScoped<IRecipeStep, RolesStep>();

    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services
            .AddScoped<AuditPeople>()
            .AddSingleton<IAuditWords, PeopleAuditWords>()
            .AddScoped<Consents>()
            .AddScoped<AccountClosing>()
            .AddScoped<IPersonalDataSource, PeoplePersonalData>();
}
