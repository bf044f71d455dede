namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>An entry of the main navigation.</summary>
/// <param name="Text">Chinese source text.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Order">Position, ascending.</param>
/// <param name="Icon">Symbol of the theme's sprite, without <c>i-</c>.</param>
/// <param name="Permission">Shown only to those who hold it anywhere; null shows it to everybody.</param>
public sealed record NavigationItem(string Text, string Path, int Order, string Icon, string? Permission = null);

/// <summary>A module's entries: main navigation (header), what one most often begins (button), a person's own menu (account), the
/// work area of administrators (admin), what everybody may look up (foot of every page).</summary>
public interface INavigationProvider
{
    IEnumerable<NavigationItem> Main => [];
    IEnumerable<NavigationItem> Actions => [];
    IEnumerable<NavigationItem> Account => [];
    IEnumerable<NavigationItem> Admin => [];
    IEnumerable<NavigationItem> Foot => [];
}
