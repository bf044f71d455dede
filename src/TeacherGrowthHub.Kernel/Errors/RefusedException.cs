namespace TeacherGrowthHub.Kernel.Errors;

/// <summary>
/// A request that the rules refuse. Services throw it before anything is written; pages show it beside the field, the API
/// answers 422 (or <see cref="Kind"/>). <see cref="Text"/> is the Chinese source text of a localised message.
/// </summary>
public sealed class RefusedException(string text, params object[] arguments) : Exception(string.Format(text, arguments))
{
    /// <summary>Chinese source text with <c>{0}</c> places; the key of the localised message.</summary>
    public string Text { get; } = text;

    public object[] Arguments { get; } = arguments;

    /// <summary>The input field the message belongs to, if any.</summary>
    public string? Field { get; init; }

    public RefusalKind Kind { get; init; } = RefusalKind.Invalid;
}

/// <summary>Why a request is refused, which decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>422: the input breaks a rule.</summary>
    Invalid,

    /// <summary>403: the person may not do this to this object.</summary>
    Forbidden,

    /// <summary>404: there is no such object for this person.</summary>
    NotFound,

    /// <summary>409: somebody else changed it first, or its state has moved on.</summary>
    Conflict,

    /// <summary>410: it was here and has been withdrawn.</summary>
    Gone,

    /// <summary>413: larger than allowed.</summary>
    TooLarge,
}
