using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages;

/// <summary>A person's landing page: what can be done here today, by the roles held.</summary>
[RequireSignedIn]
public sealed class MyModel(IEnumerable<IMySection> sections) : SectionPage<IMySection>(sections);
