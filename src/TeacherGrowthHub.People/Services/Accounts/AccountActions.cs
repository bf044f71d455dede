using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Verbs of the audit trail that sign-in histories are read from, and who acts in them.</summary>
public static class AccountActions
{
    public const string SignedIn = "Account.SignedIn";
    public const string SignedOut = "Account.SignedOut";
    public const string SignInFailed = "Account.SignInFailed";
    public const string Locked = "Account.Locked";

    /// <summary>All of a sign-in history.</summary>
    public static readonly IReadOnlyList<string> History = [SignedIn, SignInFailed, Locked];

    /// <summary>The owner of an account as the one who acts on it.</summary>
    public static HubUser AsActor(this Account account) => new(account.Id, account.TeacherId, account.DisplayName, null, []);
}
