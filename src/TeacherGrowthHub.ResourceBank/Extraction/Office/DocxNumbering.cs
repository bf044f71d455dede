using System.Globalization;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Counts the automatic numbers of paragraphs, which Word draws but does not store in their text.</summary>
internal sealed class DocxNumbering
{
    private const int MaxLevels = 9;
    private readonly Dictionary<string, string> _definitions = [];
    private readonly Dictionary<(string Definition, int Level), Level> _levels = [];
    private readonly Dictionary<(string List, int Level), int> _restarts = [];
    private readonly Dictionary<string, int[]> _counters = [];

    private sealed record Level(string Format, string Text, int Start);

    public DocxNumbering(XElement? numbering)
    {
        foreach (var definition in Children(numbering, "abstractNum"))
        foreach (var level in Children(definition, "lvl"))
            _levels[(Attribute(definition, "abstractNumId"), Number(Attribute(level, "ilvl")))] = new Level(
                Attribute(Children(level, "numFmt").FirstOrDefault(), "val"),
                Attribute(Children(level, "lvlText").FirstOrDefault(), "val"),
                Number(Attribute(Children(level, "start").FirstOrDefault(), "val"), 1)
            );
        foreach (var list in Children(numbering, "num"))
        {
            var id = Attribute(list, "numId");
            _definitions[id] = Attribute(Children(list, "abstractNumId").FirstOrDefault(), "val");
            foreach (var level in Children(list, "lvlOverride"))
                if (Children(level, "startOverride").FirstOrDefault() is { } start)
                    _restarts[(id, Number(Attribute(level, "ilvl")))] = Number(Attribute(start, "val"), 1);
        }
    }

    /// <summary>The next number of that list and level as Word draws it, with a blank behind; empty for bullets and unknown lists.</summary>
    /// <param name="list">Value of w:numId.</param>
    /// <param name="level">Value of w:ilvl, from 0.</param>
    public string Next(string list, int level)
    {
        if (!_definitions.TryGetValue(list, out var definition) || level is < 0 or >= MaxLevels)
            return "";
        if (!_counters.TryGetValue(definition, out var counters))
            _counters[definition] = counters = new int[MaxLevels];
        counters[level] =
            _restarts.Remove((list, level), out var start) ? start
            : counters[level] == 0 ? StartOf(definition, level)
            : counters[level] + 1;
        Array.Clear(counters, level + 1, MaxLevels - level - 1);
        return Draw(definition, level, counters);
    }

    private int StartOf(string definition, int level) => _levels.TryGetValue((definition, level), out var found) ? found.Start : 1;

    private string Draw(string definition, int level, int[] counters)
    {
        if (!_levels.TryGetValue((definition, level), out var drawn) || drawn.Format is "bullet" or "none")
            return "";
        var text = drawn.Text;
        for (var i = 0; i <= level; i++)
        {
            var format = _levels.TryGetValue((definition, i), out var found) ? found.Format : "";
            text = text.Replace($"%{i + 1}", ListNumbers.Format(format, Math.Max(1, counters[i])), StringComparison.Ordinal);
        }
        return text.Trim().Length == 0 ? "" : text.Trim() + " ";
    }

    private static IEnumerable<XElement> Children(XElement? parent, string name) =>
        parent?.Elements().Where(element => element.Name.LocalName == name) ?? [];

    private static string Attribute(XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value ?? "";

    private static int Number(string text, int otherwise = 0) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 9999) : otherwise;
}
