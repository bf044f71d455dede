using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace TeacherGrowthHub.Kernel.Localization;

/// <summary>
/// All texts of the interface. The source text is Chinese and is its own key (as in gettext); every module brings
/// <c>Localization/en/*.json</c> as embedded resources with the English of each. A text without a translation is shown in
/// Chinese, and a test names it.
/// </summary>
public sealed class JsonTexts : IStringLocalizer
{
    private const string Folder = ".Localization.en.";
    private readonly Dictionary<string, string> _english = [];

    public JsonTexts(ModuleCatalog catalog, IEnumerable<TextAssembly> others)
    {
        foreach (var assembly in catalog.Assemblies.Concat(others.Select(other => other.Assembly)).Distinct())
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (source, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                _english[source] = english;
        }
    }

    public LocalizedString this[string name] => new(name, Find(name));

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentCulture, Find(name), arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        _english.Select(pair => new LocalizedString(pair.Key, pair.Value));

    private string Find(string source) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? _english.GetValueOrDefault(source, source) : source;
}

/// <summary>An assembly beside the modules that brings texts: the theme, the web shell.</summary>
public sealed record TextAssembly(System.Reflection.Assembly Assembly);
