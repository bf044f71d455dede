namespace TeacherGrowthHub.Theme.DawnCloud.Art;

/// <summary>FNV-1a of the seed, then mulberry32: small and stable, so a drawing is the same on every server.</summary>
internal sealed class DrawingRandom(string seed)
{
    private uint _state = Hash(seed);

    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var rune in text.EnumerateRunes())
            hash = unchecked((hash ^ (uint)rune.Value) * 16777619u);
        return hash;
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double Next()
    {
        unchecked
        {
            _state += 0x6D2B79F5u;
            var t = (_state ^ (_state >> 15)) * (1u | _state);
            t = (t + ((t ^ (t >> 7)) * (61u | t))) ^ t;
            return (t ^ (t >> 14)) / 4294967296.0;
        }
    }
}
