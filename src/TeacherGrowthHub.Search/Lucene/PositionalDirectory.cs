using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// An index on disk whose readers ask for bytes at a position (pread): no lock and no shared file pointer between searches, and
/// nothing mapped. FSDirectory.Open maps files, and 4.8.0-beta00017 keeps every clone of a mapped input in a weak table, so that
/// pauses grow with the number of queries; its NIOFSDirectory seeks and reads under a lock (docs/search.md). Small files, which is
/// the whole index of a young bank, are held in memory.
/// </summary>
public sealed class PositionalDirectory(string folder) : NIOFSDirectory(folder)
{
    // Ten thousand works fit; of a larger index the young segments do.
    private const int ResidentBytes = 8 * 1024 * 1024;

    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return Resident(name) ?? (IndexInput)OpenAt(name);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        if (Resident(name) is { } resident)
            return new Slicer(resident, resident.Slice);
        var input = OpenAt(name);
        return new Slicer(input, input.Slice);
    }

    private ResidentInput? Resident(string name)
    {
        var file = new FileInfo(PathOf(name));
        return file.Length <= ResidentBytes ? new ResidentInput(name, File.ReadAllBytes(file.FullName), 0, (int)file.Length) : null;
    }

    private string PathOf(string name) => Path.Combine(Directory.FullName, name);

    private PositionalInput OpenAt(string name)
    {
        var handle = File.OpenHandle(PathOf(name), options: FileOptions.RandomAccess);
        return new PositionalInput(name, handle, 0, RandomAccess.GetLength(handle), ownsHandle: true);
    }

    private sealed class Slicer(IndexInput whole, Func<string, long, long, IndexInput> slice) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => slice(sliceDescription, offset, length);

        [Obsolete("Only for indexes of Lucene 3")]
        public override IndexInput OpenFullSlice() => slice("full", 0, whole.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                whole.Dispose();
        }
    }

    private sealed class PositionalInput(string name, SafeFileHandle handle, long start, long length, bool ownsHandle)
        : BufferedIndexInput(name, BufferBytes)
    {
        // A block of the term dictionary and its neighbours.
        private const int BufferBytes = 4096;

        // Clones come by copying the fields: they share the handle, and only the first one closes it.
        private bool _ownsHandle = ownsHandle;

        public override long Length => length;

        public PositionalInput Slice(string description, long offset, long sliceLength) =>
            new(description, handle, start + offset, sliceLength, ownsHandle: false);

        public override object Clone()
        {
            var clone = (PositionalInput)base.Clone();
            clone._ownsHandle = false;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var position = start + Position;
            for (var target = b.AsSpan(offset, length); !target.IsEmpty; )
            {
                var read = RandomAccess.Read(handle, target, position);
                if (read == 0)
                    throw new EndOfStreamException($"{this} ends before {position}");
                position += read;
                target = target[read..];
            }
        }

        protected override void SeekInternal(long pos) { }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _ownsHandle)
                handle.Dispose();
        }
    }
}
