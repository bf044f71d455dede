using System.Security.Cryptography;
using System.Text;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class DiskBlobStoreTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-blobs-").FullName;
    private readonly DiskBlobStore _store;

    public DiskBlobStoreTests() => _store = new DiskBlobStore(new DataFolder(_folder), TimeProvider.System);

    [Fact]
    public async Task Should_store_by_hash_and_give_the_bytes_back()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var blob = await _store.WriteAsync(new MemoryStream(bytes));
        blob.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        blob.Length.ShouldBe(bytes.Length);
        using var copy = new MemoryStream();
        await using (var stream = (await _store.OpenAsync(blob.Hash)).ShouldNotBeNull())
            await stream.CopyToAsync(copy);
        copy.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task Should_keep_one_copy_of_the_same_content()
    {
        var one = await _store.WriteAsync(new MemoryStream("same"u8.ToArray()));
        var two = await _store.WriteAsync(new MemoryStream("same"u8.ToArray()));
        two.ShouldBe(one);
        Directory.EnumerateFiles(Path.Combine(_folder, "blobs"), "*", SearchOption.AllDirectories).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Should_leave_nothing_behind_when_the_source_breaks()
    {
        await Should.ThrowAsync<IOException>(() => _store.WriteAsync(new BrokenStream()));
        Directory.EnumerateFiles(Path.Combine(_folder, "blobs"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("ABCDEF")]
    [InlineData("")]
    public async Task Should_refuse_keys_that_are_no_hash(string key) =>
        await Should.ThrowAsync<ArgumentException>(() => _store.OpenAsync(key));

    private sealed class BrokenStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_reads++ > 0)
                throw new IOException("the line broke");
            Encoding.UTF8.GetBytes("half", buffer.Span);
            return ValueTask.FromResult(4);
        }
    }
}
