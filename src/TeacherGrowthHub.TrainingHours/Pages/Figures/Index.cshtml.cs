using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Sections;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Pages.Figures;

/// <summary>The figures of a city, a county or a school, with the way down to the teachers.</summary>
[RequirePermission(HoursPermissions.ViewFigures)]
public sealed class IndexModel(FigureReader reader, FigurePeople people, SiteSettings settings, FiftySection fifty) : HubPageModel
{
    private const int FarBelow = 10;

    /// <summary>Path of the organisation; empty takes the highest one in scope.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    /// <summary>The school year by the year it begins in.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    /// <summary>Path of the county to look at closer.</summary>
    [BindProperty(SupportsGet = true, Name = "county")]
    public string? County { get; set; }

    public FigureBoard Board { get; private set; } = null!;
    public IReadOnlyList<FigureRow?> Tiles { get; private set; } = [];

    /// <summary>The teachers of a school, by name.</summary>
    public IReadOnlyList<FigurePerson> Teachers { get; private set; } = [];

    /// <summary>The three fifties; null below the city.</summary>
    public SectionView? Fifty { get; private set; }

    public async Task OnGetAsync()
    {
        var (user, cancelled) = (await WhoAsync(), HttpContext.RequestAborted);
        Board = await reader.OfAsync(At, Year, County, user, cancelled);
        if (Board.Organization.IsSchool)
            Teachers = await people.OfSchoolAsync(Board.Organization.Path, Board.Year.Id, cancelled);
        if (Board.Closer is null)
            return;
        Tiles = TileMap.Of(await settings.GetAsync<FigureSettings>(cancelled), Board.Below);
        Fifty = await fifty.BuildAsync(user, cancelled);
    }

    /// <summary>Address of the figures of an organisation in the same year.</summary>
    public string AddressOf(string path) => $"/figures?at={Uri.EscapeDataString(path)}&year={Board.Year.Id}";

    /// <summary>What somebody should look at; empty when nothing stands out.</summary>
    public IReadOnlyList<string> Attention()
    {
        var notes = new List<string>();
        if (Board.Total.Rate is { } rate && Board.Ranking.FirstOrDefault() is { Counts.Rate: { } lowest } last && rate - lowest >= FarBelow)
            notes.Add(T["{0}达标率{1}%，比总体低{2}个百分点", last.Organization.Area(), lowest, rate - lowest]);
        if (Board.Staffing.Unstaffed > 0)
            notes.Add(T["还有{0:N0}所法人学校没有专职心理健康教师", Board.Staffing.Unstaffed]);
        if (Board.Unconfirmed.Count > 0)
            notes.Add(T["{0:N0}所学校还没有确认本学年的教师职责，人数还不准", Board.Unconfirmed.Count]);
        return notes;
    }
}
