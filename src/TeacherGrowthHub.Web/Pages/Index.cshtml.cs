using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages;

/// <summary>The home page.</summary>
[AllowAnonymous]
public sealed class IndexModel(IEnumerable<IHomeSection> sections) : SectionPage<IHomeSection>(sections);
