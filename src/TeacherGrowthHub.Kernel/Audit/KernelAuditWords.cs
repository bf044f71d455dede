namespace TeacherGrowthHub.Kernel.Audit;

internal sealed class KernelAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            [AuditSearch.Viewed] = "查看了审计记录",
            [AuditSearch.Exported] = "导出了审计记录",
            [AuditRetentionJob.Action] = "清理了到期的审计记录",
            ["Recipe.Imported"] = "导入了配方",
            ["Settings.Changed"] = "修改了设置",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string>
        {
            [nameof(AuditEntry)] = "审计记录",
            ["Recipe"] = "配方",
            ["Settings"] = "设置",
        };
}
