using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TeacherGrowthHub.Kernel.Shell;

/// <summary><c>&lt;hub-icon name="search" /&gt;</c>: an icon of the theme.</summary>
[HtmlTargetElement("hub-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IThemeArt art) : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(art.Icon(Name));
    }
}
