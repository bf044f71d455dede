namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>A module's Chinese words for what it writes into the audit trail; an action without a word is shown as it is.</summary>
public interface IAuditWords
{
    /// <summary>What was done, by action: <c>Work.Published</c> → 发布了资源.</summary>
    IReadOnlyDictionary<string, string> Actions { get; }

    /// <summary>What it was done to, by kind of object.</summary>
    IReadOnlyDictionary<string, string> Kinds { get; }
}

/// <summary>The words of all modules together.</summary>
public sealed class AuditVocabulary(IEnumerable<IAuditWords> words)
{
    private readonly Dictionary<string, string> _actions = Together(words.Select(word => word.Actions));
    private readonly Dictionary<string, string> _kinds = Together(words.Select(word => word.Kinds));

    /// <summary>Known actions and kinds with their Chinese source text, for the filters.</summary>
    public IReadOnlyDictionary<string, string> Actions => _actions;
    public IReadOnlyDictionary<string, string> Kinds => _kinds;

    public string Action(string action) => _actions.GetValueOrDefault(action, action);

    public string Kind(string kind) => _kinds.GetValueOrDefault(kind, kind);

    private static Dictionary<string, string> Together(IEnumerable<IReadOnlyDictionary<string, string>> all) =>
        all.SelectMany(pairs => pairs).DistinctBy(pair => pair.Key).ToDictionary();
}
