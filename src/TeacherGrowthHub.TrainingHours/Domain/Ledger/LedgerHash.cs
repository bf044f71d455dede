using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TeacherGrowthHub.TrainingHours.Domain.Ledger;

/// <summary>
/// The hash of a line: SHA-256 over the hash before it and every column in a fixed binary form (texts as length and UTF-8, numbers
/// little-endian, days as day numbers, instants as ticks), so that no two different lines read alike.
/// </summary>
public sealed class LedgerHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private byte[] _buffer = new byte[2048];
    private int _length;

    /// <summary>The hash that <paramref name="entry"/> must have after a line with the hash <paramref name="previous"/>.</summary>
    public static byte[] Of(LedgerEntry entry, ReadOnlySpan<byte> previous) => new LedgerHash().Compute(entry, previous);

    /// <summary>As <see cref="Of"/>, using the same memory again: for long walks. Not for two threads at once.</summary>
    public byte[] Compute(LedgerEntry entry, ReadOnlySpan<byte> previous)
    {
        _length = 0;
        Add(previous);
        Add(entry.TeacherId);
        Add(entry.Sequence);
        Add(entry.SchoolYear);
        Add(entry.ActivityKey);
        Add(entry.AchievementKey);
        Add(entry.Title);
        Add(entry.Kind);
        Add((entry.IsMentalHealth ? 1 : 0) + (entry.IsPreService ? 2 : 0));
        Add(entry.From.DayNumber);
        Add(entry.To.DayNumber);
        Add(entry.RawHundredths);
        Add(entry.CountedHundredths);
        Add(entry.RuleVersion);
        Add(entry.ActId);
        Add(entry.CertifiedById);
        Add(entry.CertifiedBy);
        Add(entry.CertifiedAt.Ticks);
        Add(entry.Source);
        Add(entry.ReversesSequence ?? 0);
        Add(entry.Reason);
        Add(entry.Epoch);
        return SHA256.HashData(_buffer.AsSpan(0, _length));
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }
        var bytes = Encoding.UTF8.GetByteCount(text);
        Add(bytes);
        Encoding.UTF8.GetBytes(text, Room(bytes));
    }

    private void Add(int number) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), number);

    private void Add(long number) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), number);

    private Span<byte> Room(int bytes)
    {
        if (_length + bytes > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
        _length += bytes;
        return _buffer.AsSpan(_length - bytes, bytes);
    }
}
