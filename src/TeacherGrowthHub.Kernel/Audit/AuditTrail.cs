using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
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
                AccountId = user.ActedBy?.AccountId ?? user.AccountId,
                ActorName = user.ActedBy is { } actor ? $"{actor.Name} ⇒ {user.Name}" : user.Name,
                Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
                Action = action,
                SubjectKind = kind,
                SubjectId = id,
                Before = Serialize(before),
                After = Serialize(after),
                Path = path,
            }
        );

    /// <summary>Records that somebody looked at something sensitive, <c>Work.Viewed</c>, and stores the line at once: a view saves nothing else.</summary>
    /// <exception cref="InvalidOperationException">The context holds changes, which this would store too.</exception>
    public Task RecordViewAsync(HubUser user, string kind, string id, string? path, CancellationToken cancellationToken = default)
    {
        if (database.ChangeTracker.HasChanges())
            throw new InvalidOperationException("A view is recorded by itself, not with half a change.");
        Record(user, kind + ".Viewed", kind, id, path: path);
        return database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Records what happens every few seconds, a form that saves itself, once in a while.</summary>
    /// <param name="pause">No second line of the same action by the same person on the same object within this time.</param>
    public async Task RecordSeldomAsync(
        TimeSpan pause,
        HubUser user,
        string action,
        string kind,
        string id,
        object? after = null,
        string? path = null,
        CancellationToken cancellationToken = default
    )
    {
        var since = clock.GetUtcNow().UtcDateTime - pause;
        var lately = await database
            .Set<AuditEntry>()
            .AnyAsync(
                line =>
                    line.SubjectKind == kind
                    && line.SubjectId == id
                    && line.Action == action
                    && line.AccountId == user.AccountId
                    && line.At > since,
                cancellationToken
            );
        if (!lately)
            Record(user, action, kind, id, after: after, path: path);
    }

    /// <summary>A text as it stands in the stored JSON, to look for it there.</summary>
    internal static string AsStored(string text) => JsonEncodedText.Encode(text, Json.Encoder).ToString();

    // PostgreSQL keeps microseconds; the hash is of what is kept.
    private static DateTime ToStored(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string? Serialize(object? state) => state is null ? null : JsonSerializer.Serialize(state, Json);
}
