namespace TeacherGrowthHub.People.Domain;

/// <summary>How an account stands, as administrators filter by it.</summary>
public enum AccountState
{
    /// <summary>No password has been set yet.</summary>
    NotActivated,
    Active,

    /// <summary>For a while, after too many wrong passwords.</summary>
    Locked,
    Closed,
}

/// <summary>Chinese labels of the states.</summary>
public static class AccountStates
{
    public static string Label(this AccountState state) =>
        state switch
        {
            AccountState.NotActivated => "未开通",
            AccountState.Locked => "已锁定",
            AccountState.Closed => "已注销",
            _ => "使用中",
        };

    /// <summary>Tone of the tag that shows it.</summary>
    public static string Tone(this AccountState state) =>
        state switch
        {
            AccountState.NotActivated => "is-warn",
            AccountState.Locked => "is-bad",
            AccountState.Closed => "is-info",
            _ => "is-ok",
        };

    /// <summary>How an account stands now.</summary>
    public static AccountState StateAt(this Account account, DateTimeOffset now) =>
        account.ClosedAt is not null ? AccountState.Closed
        : account.LockoutEnd > now ? AccountState.Locked
        : account.IsActivated ? AccountState.Active
        : AccountState.NotActivated;
}
