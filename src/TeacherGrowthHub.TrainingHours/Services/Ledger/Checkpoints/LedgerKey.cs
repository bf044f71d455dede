using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;

/// <summary>The key that signs checkpoints. It comes from the environment or a file, never from the database.</summary>
public sealed class LedgerKey(IOptions<LedgerOptions> options, DataFolder data)
{
    private readonly Lock _making = new();

    /// <summary>Signs a checkpoint after the one before it.</summary>
    public byte[] Sign(Checkpoint unsigned, ReadOnlySpan<byte> previousSignature)
    {
        using var key = Load();
        return key.SignData(Payload(unsigned, previousSignature), HashAlgorithmName.SHA256);
    }

    /// <summary>Whether this key signed the checkpoint, as it is, after the one before it.</summary>
    public bool Verifies(Checkpoint checkpoint, ReadOnlySpan<byte> previousSignature)
    {
        using var key = Load();
        return key.VerifyData(Payload(checkpoint, previousSignature), checkpoint.Signature, HashAlgorithmName.SHA256);
    }

    private ECDsa Load()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(string.IsNullOrWhiteSpace(options.Value.Key) ? FromFile() : options.Value.Key);
        return key;
    }

    private string FromFile()
    {
        var path = options.Value.KeyFile is { Length: > 0 } told ? told : Path.Combine(data.Folder(LedgerOptions.Folder), "key.pem");
        lock (_making)
        {
            if (!File.Exists(path))
                Make(path);
        }
        return File.ReadAllText(path);
    }

    // Written beside and renamed: a key that is half there would be worse than none.
    private static void Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(draft, options))
            file.Write(key.ExportPkcs8PrivateKeyPem());
        File.Move(draft, path);
    }

    private static byte[] Payload(Checkpoint checkpoint, ReadOnlySpan<byte> previousSignature)
    {
        using var payload = new MemoryStream();
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var part in (ReadOnlySpan<long>)[checkpoint.Number, checkpoint.At.Ticks, checkpoint.Chains, checkpoint.Entries])
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, part);
            payload.Write(number);
        }
        payload.Write(checkpoint.Root);
        payload.Write(previousSignature);
        return payload.ToArray();
    }
}
