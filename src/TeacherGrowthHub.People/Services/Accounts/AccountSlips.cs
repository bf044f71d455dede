using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Whose slips are to be printed: chosen accounts, or those of an import that are not activated yet.</summary>
/// <param name="Ids">Accounts; empty where a batch is named.</param>
/// <param name="Batch">The import.</param>
/// <param name="Part">Which sheet of a large batch, from 1.</param>
public sealed record SlipChoice(IReadOnlyList<string> Ids, string? Batch, int Part);

/// <summary>Somebody who is to get a slip.</summary>
public sealed record SlipPerson(string AccountId, string Number, string Name);

/// <summary>A slip with its one-time code, which exists on this paper alone.</summary>
/// <param name="Person">For whom.</param>
/// <param name="Code">The code.</param>
/// <param name="Until">UTC instant after which it is worth nothing.</param>
public sealed record AccountSlip(SlipPerson Person, string Code, DateTime Until);

/// <summary>The people of one sheet, and how many sheets there are.</summary>
public sealed record SlipSheet(IReadOnlyList<SlipPerson> People, int Total, int Parts);

/// <summary>Slips of paper with one-time codes, to be cut and handed out.</summary>
public sealed class AccountSlips(
    HubDbContext database,
    AccountList list,
    AccountAdministration administration,
    AccountCodes codes,
    AccountScopes scopes,
    AuditTrail audit
)
{
    /// <summary>Slips printed at once.</summary>
    public const int MaxSlips = 200;

    /// <summary>Who would get a slip.</summary>
    public async Task<SlipSheet> PreviewAsync(HubUser user, SlipChoice choice, CancellationToken cancellationToken = default)
    {
        var chosen = Chosen(user, choice);
        var total = await chosen.CountAsync(cancellationToken);
        var parts = Math.Max(1, (total + MaxSlips - 1) / MaxSlips);
        var people = await chosen
            .OrderBy(account => account.NormalizedUserName)
            .Skip((Math.Clamp(choice.Part, 1, parts) - 1) * MaxSlips)
            .Take(MaxSlips)
            .Select(account => new SlipPerson(account.Id, account.UserName!, account.DisplayName))
            .ToListAsync(cancellationToken);
        return new(people, total, parts);
    }

    /// <summary>Opens a code for each, which ends earlier ones, all in one transaction.</summary>
    public async Task<IReadOnlyList<AccountSlip>> IssueAsync(HubUser user, SlipChoice choice, CancellationToken cancellationToken = default)
    {
        var sheet = await PreviewAsync(user, choice, cancellationToken);
        if (sheet.People.Count == 0)
            throw new RefusedException("没有要打印的账号");
        var slips = new List<AccountSlip>();
        foreach (var person in sheet.People)
        {
            var account = await administration.FindForTakingOverAsync(user, person.AccountId, cancellationToken);
            var code = codes.Prepare(account);
            var path = await scopes.PathOfAsync(account.Id, cancellationToken);
            audit.Record(user, "Account.CodeIssued", nameof(Account), account.Id, path: path);
            slips.Add(new(person, code, account.ActivationExpiresAt!.Value));
        }
        await database.SaveChangesAsync(cancellationToken);
        return slips;
    }

    private IQueryable<Account> Chosen(HubUser user, SlipChoice choice)
    {
        var open = list.Within(user).Where(account => account.ClosedAt == null);
        return choice.Batch is { Length: > 0 } batch
            ? open.Where(account => account.ImportBatchId == batch && account.PasswordHash == null)
            : open.Where(account => choice.Ids.Contains(account.Id));
    }
}
