namespace TeacherGrowthHub.Kernel.Privacy;

/// <summary>An account that its owner closes.</summary>
/// <param name="Name">The name that stands on works.</param>
/// <param name="HidesName">The owner wants the name taken off works wherever their licence lets it be.</param>
public sealed record ClosingAccount(string AccountId, string Name, bool HidesName);

/// <summary>What a module clears or changes when an account is closed, in the transaction that closes it.</summary>
public interface IAccountClosing
{
    Task OnClosingAsync(ClosingAccount account, CancellationToken cancellationToken);
}
