using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Caching.Memory;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Settings;

/// <summary>One section of settings, kept as JSON under its name.</summary>
public sealed class SettingsSection
{
    public required string Name { get; set; }
    public required string Value { get; set; }
}

internal sealed class SettingsSectionConfiguration : IEntityTypeConfiguration<SettingsSection>
{
    public void Configure(EntityTypeBuilder<SettingsSection> builder)
    {
        builder.ToTable("SettingsSections");
        builder.HasKey(section => section.Name);
        builder.Property(section => section.Name).HasMaxLength(80);
    }
}

/// <summary>Typed settings sections, read through a short cache (other nodes see a change within half a minute).</summary>
public sealed class SiteSettings(HubDbContext database, IMemoryCache cache)
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(30);

    /// <summary>The stored section, or its defaults. The section's name is the type's name.</summary>
    public async Task<T> GetAsync<T>(CancellationToken cancellationToken = default)
        where T : class, new()
    {
        if (cache.TryGetValue(KeyOf(typeof(T).Name), out T? cached))
            return cached!;
        var row = await database
            .Set<SettingsSection>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Name == typeof(T).Name, cancellationToken);
        var value = row is null ? new T() : JsonSerializer.Deserialize<T>(row.Value) ?? new T();
        return cache.Set(KeyOf(typeof(T).Name), value, CacheTime);
    }

    /// <summary>Replaces a section in the caller's transaction.</summary>
    public Task SetAsync<T>(T value, CancellationToken cancellationToken = default)
        where T : class, new()
    {
        (value as ICheckedSettings)?.Check();
        return SetAsync(typeof(T).Name, JsonSerializer.Serialize(value), cancellationToken);
    }

    /// <summary>Replaces a section, given as JSON, in the caller's transaction.</summary>
    public async Task SetAsync(string section, string json, CancellationToken cancellationToken = default)
    {
        var row = await database.Set<SettingsSection>().SingleOrDefaultAsync(s => s.Name == section, cancellationToken);
        if (row is null)
            database.Add(row = new SettingsSection { Name = section, Value = json });
        row.Value = json;
        cache.Remove(KeyOf(section));
    }

    private static string KeyOf(string section) => $"settings:{section}";
}

/// <summary>A section that some code reads; registered, so that a recipe cannot store what that code cannot read.</summary>
public sealed record SettingsType(Type Type)
{
    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true };

    public string Name => Type.Name;

    /// <exception cref="Errors.RefusedException">It can be read, but breaks the section's own rule.</exception>
    public bool CanRead(string json)
    {
        try
        {
            var value = JsonSerializer.Deserialize(json, Type, Strict);
            (value as ICheckedSettings)?.Check();
            return value is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>The site's own words: never typed into a view.</summary>
public sealed class SiteProfile
{
    public string SiteName { get; set; } = "教师成长中心";
    public string Subtitle { get; set; } = "保山市中小学心理健康教育";
    public string Owner { get; set; } = "保山市教育体育局";

    /// <summary>Shown to students and parents in every footer.</summary>
    public string Helpline { get; set; } = "12356";

    /// <summary>Where students and parents find help; empty hides the link.</summary>
    public string HelpPage { get; set; } = "";

    /// <summary>Whom a person asks who has forgotten the password, when the school has no administrator.</summary>
    public string AccountContact { get; set; } = "";
}
