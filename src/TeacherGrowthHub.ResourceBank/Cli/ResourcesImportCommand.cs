using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Cli;

/// <summary>Takes every file of a folder as a draft; again without duplicates, since a file is known by its hash.</summary>
public sealed class ResourcesImportCommand(HubDbContext database, FileIntake intake, OutboxDispatcher outbox, TimeProvider clock)
    : IHubCommand
{
    private const int WrongArguments = 2;

    public string Verb => "resources import";

    public string Usage => "FOLDER [ORGANISATION-PATH]: take every file below the folder as a draft lesson and print what became of it";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not ([_] or [_, _]) || !Directory.Exists(arguments[0]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        var organization = await OrganizationAsync(arguments.ElementAtOrDefault(1), cancellationToken);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(arguments[0], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (outcome, note) = await TakeAsync(path, organization, cancellationToken);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            Console.WriteLine($"{outcome}\t{Path.GetRelativePath(arguments[0], path)}\t{note}");
        }
        Console.WriteLine(string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));
        return 0;
    }

    private async Task<(string Outcome, string Note)> TakeAsync(string path, Organization organization, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        await using var content = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        if (await database.Set<WorkFile>().AnyAsync(file => file.Hash == hash, cancellationToken))
            return ("present", "");
        var work = NewDraft(organization);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            database.Add(work);
            await database.SaveChangesAsync(cancellationToken);
            await intake.AddAsync(work.Id, Path.GetFileName(path), content, HubUser.System, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (RefusedException refusal)
        {
            return ("refused", refusal.Message);
        }
        // Pages are drawn by the site, when it runs.
        await outbox.DrainAsync(nameof(FileStored), cancellationToken);
        database.ChangeTracker.Clear();
        var text = await database.Set<FileText>().AsNoTracking().SingleAsync(row => row.Hash == hash, cancellationToken);
        return (text.State == FileTextState.Extracted ? "extracted" : "kept-without-text", text.Reason ?? $"{text.Text.Length}");
    }

    private Work NewDraft(Organization organization)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var work = new Work
        {
            Id = HubId.New(clock),
            Kind = WorkKind.Lesson,
            OrganizationPath = organization.Path,
            School = organization.Name,
            CreatedAt = now,
        };
        work.Versions.Add(
            new WorkVersion
            {
                Id = HubId.New(clock),
                Number = 1,
                CreatedAt = now,
                UpdatedAt = now,
            }
        );
        return work;
    }

    private async Task<Organization> OrganizationAsync(string? path, CancellationToken cancellationToken) =>
        await database.Set<Organization>().OrderBy(o => o.Path).FirstOrDefaultAsync(o => path == null || o.Path == path, cancellationToken)
        ?? throw new RefusedException("没有可归属的单位：请先导入组织配方");
}
