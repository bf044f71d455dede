using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Claims;

/// <summary>What the form of a claim needs to be shown.</summary>
/// <param name="Page">Knows what was typed into fields that could not be read.</param>
/// <param name="AsksForLateReason">Whether the claim comes late, or was refused for it.</param>
public sealed record ClaimFieldsView(
    HubPageModel Page,
    ClaimInput Input,
    RuleSet Rules,
    IReadOnlyList<ClaimEvidence> Evidence,
    bool AsksForLateReason
);
