namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>What the account behind a request still owes. A feature of the request; absent for guests.</summary>
/// <param name="MustChangePassword">Whether a new password comes before everything else.</param>
/// <param name="NeedsSecondFactor">Whether a second factor is required and the sign-in was without one.</param>
public sealed record SignInState(bool MustChangePassword, bool NeedsSecondFactor);
