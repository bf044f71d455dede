using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Data;

internal sealed class RuleVersionConfiguration : IEntityTypeConfiguration<RuleVersion>
{
    public void Configure(EntityTypeBuilder<RuleVersion> builder)
    {
        builder.ToTable("HourRuleVersions");
        builder.HasKey(version => version.Number);
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.CreatedBy).HasMaxLength(80);
        builder
            .Property(version => version.Rules)
            .HasConversion(
                rules => JsonSerializer.Serialize(rules, RecipeJson.Options),
                json => JsonSerializer.Deserialize<RuleSet>(json, RecipeJson.Options)!
            );
    }
}
