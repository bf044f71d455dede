using Microsoft.AspNetCore.WebUtilities;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.TrainingHours.Pages.Certify;

/// <summary>The queue's filter as its address carries it.</summary>
public sealed class QueueFilter
{
    public ClaimState State { get; set; } = ClaimState.Waiting;
    public string? Kind { get; set; }
    public DutyKind? Duty { get; set; }
    public FindingKind? Finding { get; set; }
    public bool Clean { get; set; }

    /// <summary>Path of an organisation whose teachers' claims are shown alone.</summary>
    public string? Organization { get; set; }
    public int? Days { get; set; }
    public bool Lower { get; set; }
    public int? Sample { get; set; }
    public int Seed { get; set; } = 1;

    public ClaimFilter Asked =>
        new(State, Kind, Duty, Finding, Clean, Organization, Days, Lower, Sample is > 0 and <= 100 ? Sample : null, Seed);

    /// <summary>The query string of this filter on a page.</summary>
    public string AddressOf(int page, ClaimState? state = null) =>
        QueryHelpers.AddQueryString(
            "",
            new Dictionary<string, string?>
            {
                ["state"] = (state ?? State).ToString(),
                ["kind"] = Kind,
                ["duty"] = Duty?.ToString(),
                ["finding"] = Finding?.ToString(),
                ["clean"] = Clean ? "true" : null,
                ["organization"] = Organization,
                ["days"] = Days?.ToString(),
                ["lower"] = Lower ? "true" : null,
                ["sample"] = Sample?.ToString(),
                ["seed"] = Sample is null ? null : Seed.ToString(),
                ["p"] = page > 1 ? page.ToString() : null,
            }
        );
}
