using Lucene.Net.Documents;
using Lucene.Net.Index;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Turns a document into Lucene's fields.</summary>
internal static class DocumentWriter
{
    // No positions: ranking and highlights do not need them, and they are a third of the index.
    private static readonly FieldType Searched = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    public static Document Write(SearchDocument source)
    {
        var document = new Document
        {
            new StringField(IndexFields.Id, source.Id, Field.Store.NO),
            new StoredRow(source.Id, source.Kind, source.Title, Lead(source), source.Card).ToField(),
            new NumericDocValuesField(IndexFields.Restricted, source.Readership == Readership.Everyone ? 0 : 1),
            new StoredField(IndexFields.Summary, source.Summary),
            new StoredField(IndexFields.Body, source.Body),
            new NumericDocValuesField(IndexFields.Published, source.PublishedAt.Ticks),
            new NumericDocValuesField(IndexFields.Downloads, source.Downloads),
            new NumericDocValuesField(IndexFields.Sample, source.IsSample ? 1 : 0),
        };
        foreach (var file in source.Files)
        {
            document.Add(new StoredField(IndexFields.FileName, file.Name));
            document.Add(new StoredField(IndexFields.FileText, file.Text));
        }
        foreach (var (facet, values) in source.Facets)
        foreach (var value in values.Distinct())
            document.Add(new SortedSetDocValuesField(IndexFields.Facet(facet), new global::Lucene.Net.Util.BytesRef(value)));
        AddSearched(document, source);
        return document;
    }

    private static void AddSearched(Document document, SearchDocument source)
    {
        var title = CharacterFold.Fold(source.Title);
        var lead = CharacterFold.Fold(Lead(source));
        string[] parts =
        [
            source.Title,
            source.Summary,
            source.Metadata,
            source.Body,
            .. source.Files.Select(file => file.Name + "\n" + file.Text),
        ];
        var all = CharacterFold.Fold(string.Join('\n', parts));
        foreach (var field in IndexFields.Searchable)
        {
            var text =
                field.Name[0] == 't' ? title
                : field.Name[0] == 'l' ? lead
                : all;
            document.Add(new Field(field.Name, text, Searched));
        }
    }

    private static string Lead(SearchDocument source) =>
        source.Summary.Length > 0 ? source.Summary : source.Body[..Math.Min(IndexFields.LeadLength, source.Body.Length)];
}
