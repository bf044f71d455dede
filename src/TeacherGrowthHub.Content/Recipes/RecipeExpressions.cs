using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>
/// Orchard's script expressions as a closed list: <c>[js: uuid()]</c>, <c>variables</c>, <c>parameters</c>,
/// <c>configuration</c>, <c>base64</c>, <c>html</c>, <c>gzip</c>, <c>tenantname</c>, string literals and <c>+</c>;
/// <c>[file:text('…')]</c>, <c>[file:base64('…')]</c>. Anything else is text and stays as it is: content never executes.
/// </summary>
public sealed partial class RecipeExpressions(
    RecipeFile recipe,
    IReadOnlyDictionary<string, string> parameters,
    IConfiguration configuration,
    TimeProvider clock
)
{
    /// <summary>The only configuration a recipe may read; secrets live elsewhere.</summary>
    public const string ConfigurationSection = "Recipes:Values";

    private readonly Dictionary<string, string> _frozen = [];

    /// <summary>Whether Orchard would take a text for a script: <c>[letters:…]</c>. 注 counts as a letter.</summary>
    public static bool LooksLikeScript(string text) =>
        text.StartsWith('[') && text.EndsWith(']') && text.IndexOf(':') is > 1 and var colon && text[1..colon].All(char.IsLetter);

    /// <summary>A copy of a step with every script in it evaluated.</summary>
    public JsonObject EvaluateStep(JsonObject step)
    {
        try
        {
            return (JsonObject)Evaluate(step)!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is legal JSON and no text.
            throw new RefusedException("配方里有不成字的字符");
        }
    }

    private JsonNode? Evaluate(JsonNode? node) =>
        node switch
        {
            JsonObject item => new JsonObject(item.Select(pair => KeyValuePair.Create(pair.Key, Evaluate(pair.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Evaluate)]),
            JsonValue value when value.TryGetValue<string>(out var text) => Evaluate(text),
            null => null,
            _ => node.DeepClone(),
        };

    /// <summary>The text, or what its script gives.</summary>
    public string Evaluate(string text)
    {
        if (!LooksLikeScript(text))
            return text;
        var colon = text.IndexOf(':');
        return text[1..colon] switch
        {
            "js" => string.Concat(Terms(text[(colon + 1)..^1]).Select(EvaluateTerm)),
            "file" => EvaluateFile(text[(colon + 1)..^1]),
            _ => text,
        };
    }

    private static IEnumerable<Match> Terms(string script)
    {
        var rest = script.Trim();
        while (true)
        {
            var term = Term().Match(rest);
            if (!term.Success)
                throw new RefusedException("配方里的表达式不在允许之列：{0}", script);
            yield return term;
            rest = rest[term.Length..].TrimStart();
            if (rest.Length == 0)
                yield break;
            if (rest[0] != '+')
                throw new RefusedException("配方里的表达式不在允许之列：{0}", script);
            rest = rest[1..].TrimStart();
        }
    }

    private string EvaluateTerm(Match term)
    {
        if (term.Groups["literal"].Success)
            return term.Groups["literal"].Value;
        var arguments = term.Groups["argument"].Captures.Select(capture => capture.Value).ToArray();
        return (term.Groups["function"].Value, arguments) switch
        {
            ("uuid", []) => HubId.New(clock),
            ("variables", [var name]) => Variable(name),
            ("parameters", [var name]) => parameters.GetValueOrDefault(name, ""),
            ("configuration", [var key, ..]) => configuration[$"{ConfigurationSection}:{key}"] ?? arguments.ElementAtOrDefault(1) ?? "",
            ("base64", [var text]) => Encoding.UTF8.GetString(RecipeBytes.FromBase64(text)),
            ("html", [var text]) => WebUtility.HtmlDecode(text),
            ("gzip", [var text]) => Convert.ToBase64String(RecipeBytes.Unpack(text)),
            ("tenantname", []) => parameters.GetValueOrDefault("SiteName", ""),
            var (function, _) => throw new RefusedException("配方里的表达式不在允许之列：{0}", function),
        };
    }

    // Evaluated on first use, then the same for the whole execution.
    private string Variable(string name)
    {
        if (_frozen.TryGetValue(name, out var value))
            return value;
        if (!recipe.Variables.TryGetValue(name, out var source))
            throw new RefusedException("配方没有变量 {0}", name);
        _frozen[name] = "";
        return _frozen[name] = Evaluate(source);
    }

    private string EvaluateFile(string script)
    {
        var term = Term().Match(script.Trim());
        if (!term.Success || term.Groups["argument"].Captures is not [var path])
            throw new RefusedException("配方里的表达式不在允许之列：{0}", script);
        var file = RecipeFolder.Resolve(recipe.Folder, path.Value);
        return term.Groups["function"].Value switch
        {
            "text" => File.ReadAllText(file),
            "base64" => Convert.ToBase64String(File.ReadAllBytes(file)),
            _ => throw new RefusedException("配方里的表达式不在允许之列：{0}", script),
        };
    }

    [GeneratedRegex(@"^(?:'(?<literal>[^']*)'|(?<function>[a-z]+)\(\s*(?:'(?<argument>[^']*)'\s*(?:,\s*'(?<argument>[^']*)'\s*)*)?\))")]
    private static partial Regex Term();
}
