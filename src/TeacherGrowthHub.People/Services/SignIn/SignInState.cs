namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>What the store says about the session behind a request. A feature of the request; absent for guests and bearer tokens.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="SeenAt">Its last noted request.</param>
/// <param name="MustChangePassword">Whether a new password comes before everything else.</param>
/// <param name="NeedsSecondFactor">Whether a second factor is required and the session was opened without one.</param>
public sealed record SignInState(string SessionId, DateTime SeenAt, bool MustChangePassword, bool NeedsSecondFactor);
