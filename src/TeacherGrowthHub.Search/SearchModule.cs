using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Search.Evaluation;
using TeacherGrowthHub.Search.Lucene;

namespace TeacherGrowthHub.Search;

/// <summary>Finding things by Chinese words.</summary>
public sealed class SearchModule : HubModule
{
    public override string Name => "Search";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new LuceneIndex(provider.GetRequiredService<DataFolder>().File("search")));
        services.AddSingleton<ISearchIndex>(provider => provider.GetRequiredService<LuceneIndex>());
        services.AddSingleton<ISearchEngine, LuceneEngine>();
        services.AddSingleton<IndexFollower>().AddHostedService(provider => provider.GetRequiredService<IndexFollower>());
        services.AddScoped<IHubCommand, EvaluateCommand>().AddScoped<IHubCommand, RebuildCommand>();
    }
}
