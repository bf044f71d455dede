using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>Hours somebody asks to be certified: with evidence of a training held elsewhere, or from the roster of a closed training.</summary>
public sealed class Claim
{
    public const int MaxTitleLength = 200;
    public const int MaxProviderLength = 100;
    public const int MaxReferenceLength = 60;

    public required string Id { get; init; }
    public required string TeacherId { get; init; }

    /// <summary>School of the teacher.</summary>
    public required string Path { get; set; }
    public required int SchoolYear { get; set; }

    /// <summary>Code of the kind in the rules.</summary>
    public required string Kind { get; set; }
    public required string Title { get; set; }

    /// <summary>主办单位.</summary>
    public string Provider { get; set; } = "";
    public required DateOnly From { get; set; }
    public required DateOnly To { get; set; }

    /// <summary>What the evidence says, in hundredths of an hour.</summary>
    public required int RawHundredths { get; set; }

    /// <summary>What the officer grants; what was claimed until then.</summary>
    public required int GrantedHundredths { get; set; }
    public bool IsMentalHealth { get; set; }
    public bool IsPreService { get; set; }

    /// <summary>The same activity, whoever claims it: <c>training:…</c>, or made of title, provider and days.</summary>
    public required string ActivityKey { get; set; }

    /// <summary>成果名称, for achievements.</summary>
    public string? Achievement { get; set; }

    /// <summary>Code of the <see cref="Equivalence"/> that is claimed.</summary>
    public string? AchievementGrade { get; set; }
    public ClaimState State { get; set; }

    /// <summary>Whose turn it is while it waits.</summary>
    public ClaimLevel Level { get; set; }

    /// <summary>The organisation whose turn it is while it waits; empty otherwise. Queues are ranges of this column.</summary>
    public string WaitingPath { get; set; } = "";

    /// <summary>The closed training with check-in behind it; such a roster needs no second person.</summary>
    public string? TrainingId { get; set; }

    /// <summary>Account of the officer who typed it in for the teacher without a roster: somebody else must certify it.</summary>
    public string? EnteredById { get; set; }

    /// <summary>The import whose workbook it came with.</summary>
    public string? ImportId { get; init; }

    /// <summary>凭据编号: number of the certificate, or of the record in the system it came from.</summary>
    public string? Reference { get; set; }

    /// <summary>The ledger's line, once certified.</summary>
    public int? LedgerSequence { get; set; }

    /// <summary>The reason of the last return or refusal.</summary>
    public string? Reason { get; set; }

    /// <summary>Last day on which a refusal may be asked to be reconsidered; null once it was, or where it cannot.</summary>
    public DateOnly? ReconsiderUntil { get; set; }
    public bool IsReconsidered { get; set; }

    /// <summary>Why it comes after the time for claims, or for a closed year.</summary>
    public string? LateReason { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? SubmittedAt { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>Changes with every save: two people acting at once, the second is told.</summary>
    public int Version { get; set; }

    /// <summary>A claim with nothing in it yet; <see cref="ClaimForm"/> fills it in.</summary>
    /// <param name="id">Of the new claim.</param>
    /// <param name="teacherId">Whose hours.</param>
    /// <param name="path">School of the teacher.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="enteredById">See <see cref="EnteredById"/>.</param>
    /// <param name="importId">See <see cref="ImportId"/>.</param>
    public static Claim Begin(
        string id,
        string teacherId,
        string path,
        DateTime now,
        string? enteredById = null,
        string? importId = null
    ) =>
        new()
        {
            Id = id,
            TeacherId = teacherId,
            Path = path,
            SchoolYear = 0,
            Kind = "",
            Title = "",
            From = default,
            To = default,
            RawHundredths = 0,
            GrantedHundredths = 0,
            ActivityKey = "",
            EnteredById = enteredById,
            ImportId = importId,
            CreatedAt = now,
        };

    public Hours Raw => new(RawHundredths);
    public Hours Granted => new(GrantedHundredths);
}
