using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TeacherGrowthHub.Kernel.Data;

/// <summary>Every stored instant is UTC and comes back marked as such (SQLite forgets the kind).</summary>
public sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Utc ? instant : instant.ToUniversalTime(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    );
