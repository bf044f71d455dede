using ICU4N.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace TeacherGrowthHub.Search.Analysis;

/// <summary>Dictionary words by ICU's BreakIterator.</summary>
internal sealed class WordTokenizer : Tokenizer
{
    // Not thread-safe and slow to make: every tokenizer works on a clone.
    private static readonly BreakIterator Prototype = BreakIterator.GetWordInstance(new System.Globalization.CultureInfo("zh"));
    private readonly BreakIterator _breaks = (BreakIterator)Prototype.Clone();
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private string _text = "";
    private int _start;

    public WordTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        _text = m_input.ReadToEnd();
        _breaks.SetText(_text);
        _start = _breaks.First();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        for (var end = _breaks.Next(); end != BreakIterator.Done; end = _breaks.Next())
        {
            var start = _start;
            _start = end;
            if (_breaks.RuleStatus == BreakIterator.WordNone)
                continue;
            _term.Append(_text, start, end - start);
            _offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
            return true;
        }
        return false;
    }
}
