using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using TeacherGrowthHub.Web.Hosting;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace TeacherGrowthHub.Tests.House;

public sealed class FloorsTests
{
    private static readonly string[] Floors = ["Kernel", "People", "Content", "Search", "ResourceBank", "TrainingHours", "Web"];

    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies([
            .. HubModules.All.Select(module => module.GetType().Assembly),
            typeof(TeacherGrowthHub.Kernel.HubModule).Assembly,
            typeof(HubModules).Assembly,
        ])
        .Build();

    [Theory]
    [InlineData("Kernel", "People", "Content", "Search", "ResourceBank", "TrainingHours", "Web")]
    [InlineData("People", "Content", "Search", "ResourceBank", "TrainingHours", "Web")]
    [InlineData("Content", "People", "Search", "ResourceBank", "TrainingHours", "Web")]
    [InlineData("Search", "People", "Content", "ResourceBank", "TrainingHours", "Web")]
    [InlineData("ResourceBank", "TrainingHours", "Web")]
    [InlineData("TrainingHours", "Web")]
    public void Should_depend_on_lower_floors_only(string floor, params string[] forbidden)
    {
        Floors.ShouldContain(floor);
        foreach (var other in forbidden)
            Types()
                .That()
                .ResideInNamespaceMatching($@"^TeacherGrowthHub\.{floor}(\.|$)")
                .Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^TeacherGrowthHub\.{other}(\.|$)"))
                .Check(House);
    }

    [Fact]
    public void Should_keep_the_domain_free_of_database_and_http() =>
        Types()
            .That()
            .ResideInNamespaceMatching(@"^TeacherGrowthHub\.[A-Za-z]+\.Domain(\.|$)")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Microsoft\.(EntityFrameworkCore|AspNetCore\.(Http|Mvc))"))
            .Check(House);
}
