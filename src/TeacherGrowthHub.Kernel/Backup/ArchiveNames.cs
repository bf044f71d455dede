using System.Text.RegularExpressions;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>The only names an archive may hold; each has one place it is restored to, so no name can lead elsewhere.</summary>
internal static partial class ArchiveNames
{
    public const string Manifest = "manifest.json";
    public const string Sqlite = "database/" + DatabaseRegistration.SqliteFile;

    /// <summary>Folders of the data folder whose files go along as they are: keys of sessions; key and checkpoints of the ledger of hours.</summary>
    public static readonly string[] KeptFolders = ["keys", "ledger"];
    private const string Files = "files/";

    public static string OfTable(string table) => $"database/{table}.copy";

    public static string OfKept(string folder, string file) => $"{folder}/{file}";

    public static string OfBlob(string hash) => $"{Files}{hash[..2]}/{hash}";

    public static bool IsAllowed(string name) => Allowed().IsMatch(name);

    /// <summary>Path below the data folder; null for what goes into a database.</summary>
    public static string? PathOf(string name) =>
        name == Sqlite ? DatabaseRegistration.SqliteFile
        : name.StartsWith(Files, StringComparison.Ordinal) ? "blobs/" + name[Files.Length..]
        : KeptFolders.Any(folder => name.StartsWith(folder + "/", StringComparison.Ordinal)) ? name
        : null;

    [GeneratedRegex(
        @"\A(database/hub\.db|database/[A-Za-z0-9_]+\.copy|files/[0-9a-f]{2}/[0-9a-f]{64}|keys/[A-Za-z0-9-]+\.xml|ledger/(key\.pem|checkpoints\.jsonl))\z"
    )]
    private static partial Regex Allowed();
}
