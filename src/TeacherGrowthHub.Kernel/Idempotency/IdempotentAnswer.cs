using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Idempotency;

/// <summary>What a caller of the HTTP API was answered to a request that it may send again.</summary>
public sealed class IdempotentAnswer
{
    /// <summary>Longest key that is taken.</summary>
    public const int MaxKeyLength = 128;

    /// <summary>Who called, as the sign-in names it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's own key of the request.</summary>
    public required string Key { get; init; }

    /// <summary>Lower-case hex SHA-256 of address and body: the same key is good for the same request alone.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The answer's JSON.</summary>
    public string Body { get; set; } = "";
    public required DateTime At { get; init; }
}

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
    {
        builder.ToTable("IdempotentAnswers");
        builder.HasKey(answer => new { answer.Caller, answer.Key });
        builder.Property(answer => answer.Caller).HasMaxLength(40);
        builder.Property(answer => answer.Key).HasMaxLength(IdempotentAnswer.MaxKeyLength);
        builder.Property(answer => answer.RequestHash).HasMaxLength(64);
        builder.HasIndex(answer => answer.At);
    }
}
