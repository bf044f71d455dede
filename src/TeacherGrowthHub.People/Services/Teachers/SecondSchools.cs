using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Posts at a second school (兼任).</summary>
public sealed class SecondSchools(TeacherRecords records, TimeProvider clock)
{
    /// <summary>A post at a second school beside the present one; whoever keeps both may give it.</summary>
    public Task AddAsync(string id, string? schoolPath, DateOnly from, HubUser user, CancellationToken cancellationToken = default) =>
        records.ChangeAsync(
            id,
            user,
            "Teacher.SecondSchoolAdded",
            async teacher =>
            {
                records.EnsurePlausible(from, "On");
                var school = await records.SchoolAsync(schoolPath, user, cancellationToken: cancellationToken);
                teacher.AddSecondSchool(school, from, HubId.New(clock));
                return new RecordedChange(null, new { School = school.Name, From = from });
            },
            cancellationToken
        );

    /// <summary>Ends a post at a second school.</summary>
    public Task EndAsync(string id, string postId, DateOnly last, HubUser user, CancellationToken cancellationToken = default) =>
        records.ChangeAsync(
            id,
            user,
            "Teacher.SecondSchoolEnded",
            teacher =>
            {
                records.EnsurePlausible(last, "To");
                teacher.EndSecondSchool(postId, last);
                return Task.FromResult(new RecordedChange(null, new { PostId = postId, Last = last }));
            },
            cancellationToken
        );
}
