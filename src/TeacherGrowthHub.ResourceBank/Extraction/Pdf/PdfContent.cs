using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Takes everything out of a page's instructions that is neither text nor its place: colours, patterns, paths, pictures.</summary>
internal ref struct PdfContent(ReadOnlySpan<byte> content)
{
    private static readonly HashSet<string> Kept = [.. "q Q cm BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \"".Split(' ')];

    private readonly ReadOnlySpan<byte> _content = content;
    private int _place;

    /// <summary>The instructions that are left.</summary>
    /// <param name="withForms">Whether what is drawn from elsewhere stays.</param>
    public byte[] TextOnly(bool withForms)
    {
        using var kept = new MemoryStream(_content.Length);
        var start = 0;
        while (SkipBlanks())
        {
            if (ReadWord() is not { } word)
                continue;
            if (Kept.Contains(word) || (withForms && word == "Do"))
            {
                kept.Write(_content[start.._place]);
                kept.WriteByte((byte)'\n');
            }
            if (word == "BI")
                SkipPicture();
            start = _place;
        }
        return kept.ToArray();
    }

    private bool SkipBlanks()
    {
        while (_place < _content.Length && (IsBlank(_content[_place]) || _content[_place] == '%'))
        {
            if (_content[_place] == '%')
                SkipPast("\n"u8);
            else
                _place++;
        }
        return _place < _content.Length;
    }

    // An instruction; null for what stands before it: numbers, names, strings, brackets.
    private string? ReadWord()
    {
        var first = _content[_place];
        if (first == '(')
            SkipString();
        else if (first == '<' && _place + 1 < _content.Length && _content[_place + 1] != '<')
            SkipPast(">"u8);
        else if (IsDelimiter(first) && first != '/')
            _place++;
        else
            return ReadRegular();
        return null;
    }

    private string? ReadRegular()
    {
        var start = _place++;
        while (_place < _content.Length && !IsBlank(_content[_place]) && !IsDelimiter(_content[_place]))
            _place++;
        var isOperand = _content[start] is (byte)'/' or (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9');
        var word = isOperand ? null : Encoding.Latin1.GetString(_content[start.._place]);
        return word is "true" or "false" or "null" ? null : word;
    }

    private void SkipString()
    {
        var depth = 0;
        for (; _place < _content.Length; _place++)
        {
            if (_content[_place] == '\\')
                _place++;
            else if (_content[_place] == '(')
                depth++;
            else if (_content[_place] == ')' && --depth == 0)
                break;
        }
        _place = Math.Min(_place + 1, _content.Length);
    }

    private void SkipPicture()
    {
        do SkipPast("EI"u8);
        while (_place < _content.Length && !IsBlank(_content[_place]));
    }

    private void SkipPast(ReadOnlySpan<byte> mark)
    {
        var found = _content[_place..].IndexOf(mark);
        _place = found < 0 ? _content.Length : _place + found + mark.Length;
    }

    private static bool IsBlank(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte value) => "()<>[]{}/%"u8.Contains(value);
}
