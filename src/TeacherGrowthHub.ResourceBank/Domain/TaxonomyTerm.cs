namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>A term of a taxonomy. Taxonomies are data: they come by recipe and carry a version.</summary>
public sealed class TaxonomyTerm
{
    public required string Id { get; init; }

    /// <summary>One of <see cref="TaxonomyNames"/>.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>Stable code stored with works.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; set; }

    /// <summary>The character on covers; areas and cross-topics have one.</summary>
    public string? Character { get; set; }

    /// <summary>For grades: the stage they belong to.</summary>
    public string? Parent { get; set; }
    public int Position { get; set; }
}

/// <summary>The taxonomies that works refer to.</summary>
public static class TaxonomyNames
{
    /// <summary>学段.</summary>
    public const string Stages = "stages";

    /// <summary>年级.</summary>
    public const string Grades = "grades";

    /// <summary>主题领域 A–F.</summary>
    public const string Areas = "areas";

    /// <summary>Cross-topics.</summary>
    public const string Topics = "topics";

    /// <summary>Forms of a lesson.</summary>
    public const string Forms = "forms";

    /// <summary>Licences.</summary>
    public const string Licenses = "licenses";
}
