using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>What is typed about a teacher. The registered mobile number is never sent to the browser: an empty field keeps it.</summary>
public sealed class TeacherForm
{
    public string? TeacherNumber { get; set; }
    public string? Name { get; set; }

    /// <summary>A new number; empty keeps the registered one.</summary>
    public string? Mobile { get; set; }

    /// <summary>Takes the registered number out.</summary>
    public bool RemoveMobile { get; set; }
    public string? Stage { get; set; }
    public string? Subject { get; set; }
    public string? Title { get; set; }
    public string? Certificate { get; set; }
    public DateOnly? ServiceFrom { get; set; }

    /// <summary>The form filled with what is registered.</summary>
    public static TeacherForm Of(TeacherProfile profile) =>
        new()
        {
            TeacherNumber = profile.TeacherNumber,
            Name = profile.Name,
            Stage = profile.Stage,
            Subject = profile.Subject,
            Title = profile.Title,
            Certificate = profile.Certificate,
            ServiceFrom = profile.ServiceFrom,
        };

    /// <summary>The profile it asks for.</summary>
    /// <param name="present">What is registered; null for a new record.</param>
    public TeacherProfile ToProfile(TeacherProfile? present = null)
    {
        var mobile =
            RemoveMobile ? null
            : string.IsNullOrWhiteSpace(Mobile) ? present?.Mobile
            : Mobile;
        return new(
            TeacherNumber ?? present?.TeacherNumber,
            Name,
            mobile,
            Stage,
            Subject,
            Title,
            Certificate,
            ServiceFrom,
            present?.Status ?? TeacherStatus.InPost
        );
    }
}

/// <summary>A page that shows the fields of a teacher.</summary>
public interface ITeacherFormPage
{
    TeacherForm Form { get; }

    /// <summary>The registered mobile number, masked; null when there is none.</summary>
    string? MaskedMobile { get; }

    /// <summary>Whether the number may be typed: by schools, not by the teacher.</summary>
    bool AsksNumber { get; }

    string? Typed(string field, object? value);
}
