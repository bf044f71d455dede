using System.Security.Cryptography;

namespace TeacherGrowthHub.TrainingHours.Domain.Certificates;

/// <summary>The code that proves a certificate: 100 random bits in an alphabet without look-alikes, so that nobody finds one by trying.</summary>
public static class CertificateCode
{
    public const int Length = 20;
    private const int Group = 5;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is printed: <c>7K3M9-2QD0A-…</c>.</summary>
    public static string Printed(string code) => string.Join('-', code.Chunk(Group).Select(group => new string(group)));

    /// <summary>A code as people type it; null when it cannot be one. Case, spaces and hyphens do not matter, O reads as 0, I and L as 1.</summary>
    public static string? Read(string? typed)
    {
        var letters = (typed ?? "")
            .ToUpperInvariant()
            .Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '—' or '－'))
            .Select(letter =>
                letter switch
                {
                    'O' => '0',
                    'I' or 'L' => '1',
                    _ => letter,
                }
            );
        var code = string.Concat(letters);
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }
}
