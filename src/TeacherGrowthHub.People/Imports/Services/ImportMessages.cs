namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>A workbook has been uploaded: read it and check every row.</summary>
public sealed record CheckImport(string BatchId);

/// <summary>The report has been confirmed: write it.</summary>
public sealed record ApplyImport(string BatchId);

/// <summary>What was written shall be taken back.</summary>
public sealed record UndoImport(string BatchId, string AccountId, string Reason);
