using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// What a list shows of a document, as one binary doc value: reading a stored document would unpack its whole text.
/// </summary>
/// <param name="Lead">The summary, or how the text begins.</param>
internal sealed record StoredRow(string Id, string Kind, string Title, string Lead, string Card)
{
    public BinaryDocValuesField ToField() =>
        new(IndexFields.Row, new BytesRef(JsonSerializer.SerializeToUtf8Bytes(this, StoredRowJson.Readable.StoredRow)));

    public static StoredRow Read(IndexSearcher searcher, int document)
    {
        var leaves = searcher.TopReaderContext.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(document, leaves)];
        return SegmentColumns.Of(leaf.AtomicReader).Row(document - leaf.DocBase, leaf.AtomicReader);
    }

    public static StoredRow Read(AtomicReader segment, int document)
    {
        var bytes = new BytesRef();
        segment.GetBinaryDocValues(IndexFields.Row).Get(document, bytes);
        return JsonSerializer.Deserialize(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), StoredRowJson.Readable.StoredRow)!;
    }
}

[JsonSerializable(typeof(StoredRow))]
internal sealed partial class StoredRowJson : JsonSerializerContext
{
    // Chinese as it is: half the size of escapes, and quicker.
    public static readonly StoredRowJson Readable = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );
}
