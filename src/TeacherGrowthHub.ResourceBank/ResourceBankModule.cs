using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Api;
using TeacherGrowthHub.ResourceBank.Cli;
using TeacherGrowthHub.ResourceBank.Covers;
using TeacherGrowthHub.ResourceBank.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.ResourceBank.Recipes;
using TeacherGrowthHub.ResourceBank.Sections;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank;

/// <summary>The resource bank: works of five kinds, their files, their review, their readers.</summary>
public sealed class ResourceBankModule : HubModule
{
    public override string Name => "ResourceBank";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPermissionProvider, ResourcePermissions>().AddSingleton<INavigationProvider, ResourceNavigation>();
        services.AddSingleton(new SettingsType(typeof(ResourceSettings)));
        services.AddScoped<Taxonomies>().AddScoped<WorkLoader>().AddScoped<WorkViews>().AddScoped<ResourceReader>().AddScoped<Readers>();
        services
            .AddScoped<AuthorActs>()
            .AddScoped<DraftParts>()
            .AddScoped<ResourceDrafts>()
            .AddScoped<ResourceReviews>()
            .AddScoped<CaseGate>()
            .AddScoped<FormFilling>();
        services.AddScoped<Catalogue>().AddScoped<LessonDocument>().AddScoped<SampleLibrary>().AddScoped<ISearchSource, WorkSearchSource>();
        services.AddScoped<CoverIntake>();
        services.AddScoped<UploadStore>().AddScoped<FileIntake>().AddScoped<DuplicateCheck>().AddScoped<WorkFileAccess>();
        services.AddScoped<WorkingCopies>().AddSingleton<OfficeConverter>().AddScoped<PageImages>().AddSingleton<ExtractionProcess>();
        services
            .AddOutboxHandler<FileStored, FileReading>()
            .AddOutboxHandler<FileRead, PageDrawing>()
            .AddOutboxHandler<WorkSubmitted, ReviewerNotice>();
        services.AddScoped<IPathHolder, WorkPaths>();
        services.AddSingleton<IBlobReferences, WorkBlobs>();
        services.AddSingleton<IAuditWords, ResourceAuditWords>();
        services.AddScoped<IPersonalDataSource, ResourcePersonalData>().AddScoped<IAccountClosing, WorksOfClosedAccount>();
        services.AddScoped<IContentItemHandler, TaxonomyItemHandler>();
        foreach (var profile in KindProfile.All)
            services.AddScoped<IContentItemHandler>(provider => ActivatorUtilities.CreateInstance<WorkItemHandler>(provider, profile));
        services.AddScoped<IHomeSection, FiftySection>().AddScoped<IHomeSection, TopicSection>().AddScoped<IHomeSection, NewestSection>();
        services.AddScoped<IMySection, MyWorksSection>().AddScoped<IAdminSection, SamplesSection>();
        services.AddScoped<IWaitingSource, WaitingReviews>();
        services.AddScoped<IHubCommand, ResourcesImportCommand>().AddScoped<IScaleSeed, ScaleWorks>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUploads();
        endpoints.MapWorkFiles();
        endpoints.MapCovers();
        endpoints.MapResources();
        endpoints.MapReviews();
        endpoints.MapSearch();
    }
}
