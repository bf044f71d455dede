using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.Tests.TrainingHours;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;

namespace TeacherGrowthHub.Tests.House.Access;

/// <summary>A certificate of a teacher of one school, and a batch of that school.</summary>
internal static class CertificateThings
{
    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(TestSite site, Organization school, HubUser teacher)
    {
        var stage = new HoursStage(site, school, teacher, HubUser.System, HubUser.System);
        await stage.CertifyAsync(HubUser.System, stage.Posting(2, "access"));
        return await site.InScopeAsync<IReadOnlyDictionary<string, string>>(async services =>
        {
            var wish = new CertificateWish(stage.TeacherId, HoursStage.Year);
            var issued = await services.GetRequiredService<CertificateIssuing>().IssueAsync([wish], "http://localhost", HubUser.System);
            var batch = new CertificateBatch
            {
                Id = HubId.New(TimeProvider.System),
                Path = school.Path,
                SchoolYear = HoursStage.Year,
                TeacherIds = [stage.TeacherId],
                Site = "http://localhost",
                AccountId = teacher.AccountId!,
                CreatedAt = DateTime.UtcNow,
                Done = 1,
            };
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(batch);
            await database.SaveChangesAsync();
            return new Dictionary<string, string>
            {
                ["certificate"] = issued.Single().Id,
                ["code"] = issued.Single().Code,
                ["certificates"] = batch.Id,
            };
        });
    }
}
