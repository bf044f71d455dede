using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Kernel.Recipes;

/// <summary>Reads items field by field: what is missing is empty, what has another shape is refused.</summary>
public static class RecipeFields
{
    /// <summary>An object below an item; an empty one when it is missing.</summary>
    public static JsonObject Part(this JsonObject item, string name) =>
        item[name] switch
        {
            null => [],
            JsonObject part => part,
            _ => throw Malformed(name),
        };

    public static string Text(this JsonObject item, string name) =>
        item[name] switch
        {
            null => "",
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            _ => throw Malformed(name),
        };

    public static int? Number(this JsonObject item, string name) =>
        item[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<int>(out var number) => number,
            _ => throw Malformed(name),
        };

    public static bool Flag(this JsonObject item, string name) =>
        item[name] switch
        {
            null => false,
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            _ => throw Malformed(name),
        };

    /// <summary>Texts of an array; numbers count as their digits.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject item, string name) =>
        [
            .. item.List(name)
                .Select(value =>
                    value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : throw Malformed(name)
                ),
        ];

    /// <summary>Objects of an array.</summary>
    public static IReadOnlyList<JsonObject> Objects(this JsonObject item, string name) =>
        [.. item.List(name).Select(value => value as JsonObject ?? throw Malformed(name))];

    /// <summary>A field as a record; members without a default must be there.</summary>
    public static T Read<T>(this JsonObject item, string name)
    {
        try
        {
            return item[name].Deserialize<T>(RecipeJson.Options) ?? throw Malformed(name);
        }
        catch (JsonException)
        {
            throw Malformed(name);
        }
    }

    private static JsonArray List(this JsonObject item, string name) =>
        item[name] switch
        {
            null => [],
            JsonArray list => list,
            _ => throw Malformed(name),
        };

    private static RefusedException Malformed(string name) => new("配方里 {0} 的内容缺失或格式不对", name);
}
