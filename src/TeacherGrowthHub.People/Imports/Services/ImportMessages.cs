namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>A workbook has been uploaded: read it and check every row.</summary>
public sealed record CheckImport(string BatchId);

/// <summary>Its owner has confirmed the report: write it.</summary>
public sealed record ApplyImport(string BatchId);
