namespace TeacherGrowthHub.TrainingHours.Pages.Trainings;

/// <summary>A code on the screen of one person.</summary>
/// <param name="Digits">Six digits as they are read out, with a space between.</param>
/// <param name="Qr">The same as an SVG element.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Source">Address that gives the code of later.</param>
public sealed record PersonalCode(string Digits, string Qr, string Name, string Source);
