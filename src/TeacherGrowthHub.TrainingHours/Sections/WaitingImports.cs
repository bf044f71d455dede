using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.TrainingHours.Sections;

/// <summary>Workbooks of hours that others uploaded that wait for a second person.</summary>
internal sealed class WaitingImports(ImportBatches batches) : IWaitingSource
{
    public int Order => 31;
    public string Label => "导入待第二人确认";
    public string Permission => HoursPermissions.Certify;
    public string Link => "/admin/imports?kind=hours";

    public async Task<IReadOnlyList<Waiting>> CountAsync(HubUser user, CancellationToken cancellationToken)
    {
        var count = (await batches.WaitingForAsync(user, cancellationToken)).Count;
        return count > 0 && user.Scopes(Permission) is [var scope, ..] ? [new Waiting(scope, count)] : [];
    }
}
