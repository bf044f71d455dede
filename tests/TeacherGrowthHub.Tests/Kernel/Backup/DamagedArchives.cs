using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TeacherGrowthHub.Tests.Kernel.Backup;

/// <summary>Ways in which an archive goes wrong, by accident or by intent.</summary>
internal static class DamagedArchives
{
    private const string Manifest = "manifest.json";

    public static string Copy(string archive)
    {
        var copy = Installation.NewArchive();
        File.Copy(archive, copy);
        return copy;
    }

    public static string Truncated(string archive)
    {
        var copy = Copy(archive);
        using var file = File.OpenWrite(copy);
        file.SetLength(file.Length / 2);
        return copy;
    }

    /// <summary>Flips one bit at a place of the file.</summary>
    public static string Flipped(string archive, long at)
    {
        var copy = Copy(archive);
        using var file = File.Open(copy, FileMode.Open);
        file.Position = at;
        var value = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(value ^ 0x10));
        return copy;
    }

    /// <summary>Changes the bytes of one entry and leaves everything else, check sums included, in order.</summary>
    public static string WithForgedEntry(string archive, string prefix) =>
        Changed(
            archive,
            zip =>
            {
                var entry = zip.Entries.First(candidate => candidate.FullName.StartsWith(prefix, StringComparison.Ordinal));
                var name = entry.FullName;
                var bytes = Bytes(entry);
                bytes[bytes.Length / 2] ^= 1;
                entry.Delete();
                Add(zip, name, bytes);
            }
        );

    public static string Without(string archive, string prefix) =>
        Changed(archive, zip => zip.Entries.First(entry => entry.FullName.StartsWith(prefix, StringComparison.Ordinal)).Delete());

    public static string With(string archive, string name) => Changed(archive, zip => Add(zip, name, "x"u8.ToArray()));

    /// <summary>Changes the manifest as its writer would have, hash included.</summary>
    public static string WithManifest(string archive, Action<JsonObject> change) =>
        Changed(
            archive,
            zip =>
            {
                var entry = zip.GetEntry(Manifest)!;
                var manifest = JsonNode.Parse(Bytes(entry))!.AsObject();
                change(manifest);
                entry.Delete();
                var bytes = System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString());
                Add(zip, Manifest, bytes);
                zip.Comment = Convert.ToHexStringLower(SHA256.HashData(bytes));
            }
        );

    private static string Changed(string archive, Action<ZipArchive> change)
    {
        var copy = Copy(archive);
        using var zip = ZipFile.Open(copy, ZipArchiveMode.Update);
        change(zip);
        return copy;
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var content = zip.CreateEntry(name).Open();
        content.Write(bytes);
    }
}
