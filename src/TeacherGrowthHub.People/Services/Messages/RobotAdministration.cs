using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Messages;

/// <summary>What is asked about a new robot.</summary>
public sealed record RobotForm(string? Name, RobotKind Kind, string? Url, string? Secret, string? Path);

/// <summary>The robots of the organisations somebody administers. Addresses and secrets never go back to a page.</summary>
public sealed class RobotAdministration(
    HubDbContext database,
    SiteSettings settings,
    RobotClient client,
    IOptions<RobotOptions> options,
    IStringLocalizer texts,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <summary>Robots one organisation may have.</summary>
    public const int MaxOfOrganization = 10;
    private const int MaxUrlLength = 500;
    private const int MaxSecretLength = 200;

    /// <summary>The robots within scope.</summary>
    public async Task<IReadOnlyList<GroupRobot>> ListAsync(HubUser user, CancellationToken cancellationToken = default) =>
        (await StoredAsync(cancellationToken)).FindAll(robot => MayManage(user, robot.Path));

    /// <summary>Adds one.</summary>
    public async Task AddAsync(HubUser user, RobotForm form, CancellationToken cancellationToken = default)
    {
        var robot = await CheckedAsync(user, form, cancellationToken);
        var robots = await StoredAsync(cancellationToken);
        if (robots.Count(other => other.Path == robot.Path) >= MaxOfOrganization)
            throw new RefusedException("一个单位最多{0}个群机器人", MaxOfOrganization);
        await StoreAsync(user, "Robot.Added", robot, [.. robots, robot], cancellationToken);
    }

    /// <summary>Removes one.</summary>
    public async Task RemoveAsync(HubUser user, string id, CancellationToken cancellationToken = default)
    {
        var robot = await FindAsync(user, id, cancellationToken);
        var robots = await StoredAsync(cancellationToken);
        await StoreAsync(user, "Robot.Removed", robot, robots.FindAll(other => other.Id != id), cancellationToken);
    }

    /// <summary>Lets one say a word now.</summary>
    /// <exception cref="RefusedException">It was not taken; with what the server answered.</exception>
    public async Task TestAsync(HubUser user, string id, CancellationToken cancellationToken = default)
    {
        var robot = await FindAsync(user, id, cancellationToken);
        try
        {
            await client.SendAsync(robot, texts["这是一条测试消息。"], cancellationToken);
        }
        catch (Exception problem) when (problem is RobotException or TaskCanceledException)
        {
            throw new RefusedException("没有发出去：{0}", problem.Message);
        }
    }

    private async Task<GroupRobot> FindAsync(HubUser user, string id, CancellationToken cancellationToken) =>
        (await ListAsync(user, cancellationToken)).FirstOrDefault(robot => robot.Id == id)
        ?? throw new RefusedException("没有这个群机器人") { Kind = RefusalKind.NotFound };

    private async Task<GroupRobot> CheckedAsync(HubUser user, RobotForm form, CancellationToken cancellationToken)
    {
        var (name, url, secret) = (form.Name?.Trim() ?? "", form.Url?.Trim() ?? "", form.Secret?.Trim() ?? "");
        if (name.Length is 0 or > GroupRobot.MaxNameLength)
            throw new RefusedException("请填写群的名字，最多{0}个字", GroupRobot.MaxNameLength) { Field = "Name" };
        if (url.Length > MaxUrlLength || !options.Value.Allows(url))
            throw new RefusedException("请粘贴企业微信或钉钉群机器人的完整地址（https 开头）") { Field = "Address" };
        if (secret.Length > MaxSecretLength)
            throw new RefusedException("加签密钥太长") { Field = "Secret" };
        if (!Enum.IsDefined(form.Kind))
            throw new RefusedException("请选择群的种类") { Field = "Kind" };
        if (!MayManage(user, form.Path) || !await database.Set<Organization>().AnyAsync(o => o.Path == form.Path, cancellationToken))
            throw new RefusedException("请选择管理范围内的单位") { Field = "Organization" };
        return new GroupRobot
        {
            Id = HubId.New(clock),
            Name = name,
            Kind = form.Kind,
            Url = url,
            Secret = secret,
            Path = form.Path!,
        };
    }

    private static bool MayManage(HubUser user, string? path) =>
        user.Can(PeoplePermissions.ManageAccounts, path) || user.Can(PeoplePermissions.ManageSite, path);

    // From the store, not from the cache: what another node has added must not be written over.
    private async Task<List<GroupRobot>> StoredAsync(CancellationToken cancellationToken)
    {
        var row = await database
            .Set<SettingsSection>()
            .AsNoTracking()
            .SingleOrDefaultAsync(section => section.Name == nameof(GroupRobotSettings), cancellationToken);
        return row is null ? [] : JsonSerializer.Deserialize<GroupRobotSettings>(row.Value)?.Robots ?? [];
    }

    private async Task StoreAsync(
        HubUser user,
        string action,
        GroupRobot robot,
        List<GroupRobot> robots,
        CancellationToken cancellationToken
    )
    {
        await settings.SetAsync(new GroupRobotSettings { Robots = robots }, cancellationToken);
        audit.Record(user, action, nameof(GroupRobot), robot.Id, after: new { robot.Name, robot.Kind }, path: robot.Path);
        await database.SaveChangesAsync(cancellationToken);
    }
}
