using Microsoft.AspNetCore.Http;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.TrainingHours.Pages.Claims;

/// <summary>The fields of a claim as they are typed.</summary>
public sealed class ClaimInput
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? Provider { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public decimal? Hours { get; set; }
    public bool IsMentalHealth { get; set; } = true;
    public bool IsPreService { get; set; }
    public string? Achievement { get; set; }

    /// <summary>Kind and grade of an achievement in one choice, <c>award/county-first</c>.</summary>
    public string? Grade { get; set; }
    public string? LateReason { get; set; }

    public ClaimForm ToForm()
    {
        var (kind, grade) = Grade?.Split('/', 2) is [var graded, var code] && graded == Kind ? (graded, code) : (Kind, null);
        return new ClaimForm(kind, Title, Provider, From, To, Hours, IsMentalHealth, IsPreService, Achievement, grade, LateReason);
    }

    public static ClaimInput Of(Claim claim) =>
        new()
        {
            Kind = claim.Kind,
            Title = claim.Achievement is null ? claim.Title : null,
            Provider = claim.Provider,
            From = claim.From,
            To = claim.To,
            Hours = claim.Achievement is null ? claim.RawHundredths / 100m : null,
            IsMentalHealth = claim.IsMentalHealth,
            IsPreService = claim.IsPreService,
            Achievement = claim.Achievement,
            Grade = claim.AchievementGrade is null ? null : $"{claim.Kind}/{claim.AchievementGrade}",
            LateReason = claim.LateReason,
        };

    /// <summary>The files of the request, seekable.</summary>
    public static IReadOnlyList<SentFile> FilesOf(IEnumerable<IFormFile> files) =>
        [.. files.Where(file => file.Length > 0).Select(file => new SentFile(file.FileName, file.OpenReadStream()))];
}
