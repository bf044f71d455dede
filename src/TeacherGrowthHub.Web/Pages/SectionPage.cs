using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages;

/// <summary>A shell page that the modules fill.</summary>
public abstract class SectionPage<TSection>(IEnumerable<TSection> sections) : HubPageModel
    where TSection : ISection
{
    public HubUser Reader { get; private set; } = HubUser.Guest;
    public IReadOnlyList<SectionView> Sections { get; private set; } = [];

    public virtual async Task OnGetAsync()
    {
        Reader = await WhoAsync();
        var built = new List<SectionView>();
        foreach (var section in sections.OrderBy(section => section.Order))
        {
            if (await section.BuildAsync(Reader, HttpContext.RequestAborted) is { } view)
                built.Add(view);
        }
        Sections = built;
    }
}
