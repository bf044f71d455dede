using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Wakes the dispatcher after a save, so that work starts at once instead of at the next look.</summary>
public sealed class OutboxSignal : SaveChangesInterceptor
{
    private readonly SemaphoreSlim _semaphore = new(0);

    public async Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await _semaphore.WaitAsync(timeout, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested) { }
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (_semaphore.CurrentCount == 0)
            _semaphore.Release();
        return ValueTask.FromResult(result);
    }
}
