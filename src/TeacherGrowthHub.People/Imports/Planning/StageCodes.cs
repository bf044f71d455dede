using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>学段 by name or by code.</summary>
internal static class StageCodes
{
    /// <summary>The code; the word itself when it is neither, so that the rules of the profile refuse it by name.</summary>
    public static string Of(string word) =>
        SchoolStage
            .Labels.Where(pair => pair.Value == word || string.Equals(pair.Key, word, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Key)
            .FirstOrDefault(word);
}
