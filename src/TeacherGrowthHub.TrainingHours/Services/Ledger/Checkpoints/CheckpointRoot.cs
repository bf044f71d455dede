using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;

/// <summary>SHA-256 over teacher, length and hash of chain heads, in the order of teachers' ids.</summary>
internal sealed class CheckpointRoot : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Chains { get; private set; }
    public long Entries { get; private set; }

    public void Add(string teacherId, int length, ReadOnlySpan<byte> hash)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, length);
        _hash.AppendData(Encoding.UTF8.GetBytes(teacherId));
        _hash.AppendData(number);
        _hash.AppendData(hash);
        Chains++;
        Entries += length;
    }

    public byte[] Value() => _hash.GetCurrentHash();

    public void Dispose() => _hash.Dispose();
}
