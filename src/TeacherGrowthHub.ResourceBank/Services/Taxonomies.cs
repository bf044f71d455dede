using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>The taxonomies as they are now, kept for half a minute.</summary>
public sealed class TaxonomySet(IReadOnlyList<TaxonomyTerm> terms)
{
    private readonly ILookup<string, TaxonomyTerm> _byTaxonomy = terms.OrderBy(term => term.Position).ToLookup(term => term.Taxonomy);
    private readonly Dictionary<(string, string), TaxonomyTerm> _byCode = terms.ToDictionary(term => (term.Taxonomy, term.Code));

    /// <summary>Terms of a taxonomy in order.</summary>
    public IReadOnlyList<TaxonomyTerm> this[string taxonomy] => [.. _byTaxonomy[taxonomy]];

    /// <summary>The label of a code; the code itself when it is unknown.</summary>
    public string Label(string taxonomy, string code) => _byCode.TryGetValue((taxonomy, code), out var term) ? term.Label : code;

    public bool Knows(string taxonomy, string code) => _byCode.ContainsKey((taxonomy, code));

    /// <summary>The character on a work's cover: a cross-topic's own, else the leading area's, else 云 (domain 9.1).</summary>
    public string CoverCharacter(IEnumerable<string> topics, IEnumerable<string> areas) =>
        topics.Select(code => _byCode.GetValueOrDefault((TaxonomyNames.Topics, code))?.Character).FirstOrDefault(c => c is not null)
        ?? areas.Select(code => _byCode.GetValueOrDefault((TaxonomyNames.Areas, code))?.Character).FirstOrDefault(c => c is not null)
        ?? "云";
}

/// <summary>Reads the taxonomies.</summary>
public sealed class Taxonomies(HubDbContext database, IMemoryCache cache)
{
    private const string Key = "taxonomies";
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(30);

    public async Task<TaxonomySet> GetAsync(CancellationToken cancellationToken = default)
    {
        if (cache.TryGetValue(Key, out TaxonomySet? cached))
            return cached!;
        return cache.Set(Key, await ReadAsync(cancellationToken), CacheTime);
    }

    /// <summary>The terms as the running transaction sees them; what may yet be rolled back is not kept for others.</summary>
    public async Task<TaxonomySet> ReadAsync(CancellationToken cancellationToken = default) =>
        new(await database.Set<TaxonomyTerm>().AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Called after the terms were changed.</summary>
    public void Forget() => cache.Remove(Key);
}
