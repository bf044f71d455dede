using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherGrowthHub.Kernel.Data;

public static class PathCollation
{
    internal const string Annotation = "Hub:Path";

    /// <summary>Marks a column that holds an organisation's path: byte order on PostgreSQL, so that a scope's range uses its index.</summary>
    public static PropertyBuilder<string> HasPathCollation(this PropertyBuilder<string> property) =>
        property.HasAnnotation(Annotation, true);
}
