using Lucene.Net.Store;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>A small file of the index, held in memory and shared by all searches.</summary>
internal sealed class ResidentInput(string name, byte[] bytes, int start, int length) : IndexInput(name)
{
    private int _position;

    public override long Length => length;

    public override long Position => _position;

    public ResidentInput Slice(string description, long offset, long sliceLength) =>
        new(description, bytes, checked((int)(start + offset)), checked((int)sliceLength));

    public override byte ReadByte() => _position < length ? bytes[start + _position++] : throw Ended();

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        if (_position + len > length)
            throw Ended();
        Buffer.BlockCopy(bytes, start + _position, b, offset, len);
        _position += len;
    }

    public override void Seek(long pos) => _position = pos <= length ? (int)pos : throw Ended();

    protected override void Dispose(bool disposing) { }

    private EndOfStreamException Ended() => new($"{this} ends at {length}");
}
