namespace TeacherGrowthHub.TrainingHours.Domain.Certificates;

/// <summary>What a certificate is about.</summary>
public enum CertificateKind
{
    /// <summary>学时证明: a teacher's whole school year.</summary>
    Year,

    /// <summary>培训学时证明: one certified line of the ledger.</summary>
    Activity,
}

/// <summary>Whether a certificate still speaks the truth.</summary>
public enum CertificateState
{
    /// <summary>有效.</summary>
    Valid,

    /// <summary>已换发: a newer one was issued for the same.</summary>
    Superseded,

    /// <summary>已作废.</summary>
    Revoked,
}

/// <summary>
/// A certificate of hours, issued by an act of its own after certification. Its paper is made once and never again: every download gives
/// the same bytes, found by their SHA-256.
/// </summary>
public sealed class Certificate
{
    public const int MaxReasonLength = 500;

    public required string Id { get; init; }

    /// <summary>Printed number, gapless in a calendar year: <c>XS-2026-004172</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The code of the verification page, <see cref="CertificateCode"/>.</summary>
    public required string Code { get; init; }
    public required CertificateKind Kind { get; init; }
    public required string TeacherId { get; init; }

    /// <summary>The teacher's school when it was issued; moves with the school.</summary>
    public required string Path { get; set; }
    public required int SchoolYear { get; init; }

    /// <summary>What it is about: a newer certificate with the same key of the same teacher takes its place.</summary>
    public required string Subject { get; init; }

    /// <summary>Everything that the paper shows, and so the verification page.</summary>
    public required CertificateFace Face { get; init; }

    /// <summary>SHA-256 of the paper and its key in the blob store.</summary>
    public required string BlobHash { get; init; }
    public required DateTime IssuedAt { get; init; }
    public string? IssuedById { get; init; }
    public required string IssuedBy { get; init; }

    /// <summary>The bulk act it came from.</summary>
    public string? BatchId { get; init; }
    public CertificateState State { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? EndedBy { get; private set; }

    /// <summary>Why it was revoked; never shown to the public.</summary>
    public string? Reason { get; private set; }

    /// <summary>The number that took its place.</summary>
    public string? SucceededBy { get; private set; }

    /// <summary>A line that it shows was taken back since: an officer must revoke it or issue it anew.</summary>
    public bool NeedsLook { get; private set; }

    public void Supersede(string by, string number, DateTime at)
    {
        End(CertificateState.Superseded, by, at);
        SucceededBy = number;
    }

    public void Revoke(string by, string reason, DateTime at)
    {
        End(CertificateState.Revoked, by, at);
        Reason = reason;
    }

    /// <summary>Marks it when one of the lines is among those it shows.</summary>
    /// <returns>Whether the mark is new.</returns>
    public bool Doubt(IReadOnlyCollection<int> reversedLines)
    {
        var isNew = State == CertificateState.Valid && !NeedsLook && Face.Lines.Any(line => reversedLines.Contains(line.Sequence));
        NeedsLook |= isNew;
        return isNew;
    }

    private void End(CertificateState state, string by, DateTime at)
    {
        if (State != CertificateState.Valid)
            throw new InvalidOperationException($"Certificate {Number} is {State} already.");
        (State, EndedBy, EndedAt, NeedsLook) = (state, by, at, false);
    }
}

/// <summary>The last number of a calendar year.</summary>
public sealed class CertificateCounter
{
    public required int Year { get; init; }
    public int Last { get; set; }
}
