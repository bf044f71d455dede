using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Adds audit lines to the caller's transaction: a change and its line are stored together or not at all.</summary>
public sealed class AuditTrail(HubDbContext database, TimeProvider clock, IHttpContextAccessor http)
{
    // Several lines may wait for the same save; their places in the chain are given there.
    private static long _waiting;
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Records an action; stored by the caller's SaveChanges.</summary>
    /// <param name="user">Who acts.</param>
    /// <param name="action">Stable verb, <c>Resource.Published</c>.</param>
    /// <param name="kind">Kind of the object acted on.</param>
    /// <param name="id">Its id.</param>
    /// <param name="before">State before, serialised as JSON.</param>
    /// <param name="after">State after, serialised as JSON.</param>
    /// <param name="path">The organisation the object belongs to; null for things of the site.</param>
    public void Record(
        HubUser user,
        string action,
        string kind,
        string id,
        object? before = null,
        object? after = null,
        string? path = null
    ) =>
        database.Add(
            new AuditEntry
            {
                Id = Interlocked.Decrement(ref _waiting),
                At = ToStored(clock.GetUtcNow().UtcDateTime),
                AccountId = user.AccountId,
                ActorName = user.Name,
                Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
                Action = action,
                SubjectKind = kind,
                SubjectId = id,
                Before = Serialize(before),
                After = Serialize(after),
                Path = path,
            }
        );

    // PostgreSQL keeps microseconds; the hash is of what is kept.
    private static DateTime ToStored(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string? Serialize(object? state) => state is null ? null : JsonSerializer.Serialize(state, Json);
}
