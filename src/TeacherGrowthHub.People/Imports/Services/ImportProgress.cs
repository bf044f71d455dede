using System.Collections.Concurrent;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>
/// Rows written so far by imports in this process. They are in one open transaction, beside which SQLite lets nobody note a progress.
/// </summary>
public sealed class ImportProgress
{
    private readonly ConcurrentDictionary<string, int> _rows = new();

    public void Set(string batchId, int rows) => _rows[batchId] = rows;

    public void Remove(string batchId) => _rows.TryRemove(batchId, out _);

    public int? Of(string batchId) => _rows.TryGetValue(batchId, out var rows) ? rows : null;
}
