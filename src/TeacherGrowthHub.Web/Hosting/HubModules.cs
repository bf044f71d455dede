using TeacherGrowthHub.Content;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.People;
using TeacherGrowthHub.ResourceBank;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.TrainingHours;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>The modules of this installation, lowest floor first.</summary>
public static class HubModules
{
    public static IReadOnlyList<HubModule> All =>
        [new PeopleModule(), new ContentModule(), new SearchModule(), new ResourceBankModule(), new TrainingHoursModule()];
}
