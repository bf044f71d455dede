using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Files;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>A person's own works with every version and file, favourites, downloads and unfinished uploads.</summary>
internal sealed class ResourcePersonalData(HubDbContext database, IBlobStore blobs) : IPersonalDataSource
{
    public string Name => "works";

    public IReadOnlyCollection<Type> Covers => [typeof(Work), typeof(Favourite), typeof(CountedDownload), typeof(UploadSession)];

    public async Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var id = owner.AccountId!;
        var works = database
            .Set<Work>()
            .AsNoTracking()
            .Include(work => work.Versions)
                .ThenInclude(version => version.Files)
            .Where(work => work.OwnerId == id)
            .OrderBy(work => work.Id);
        await archive.AddAsync("works.json", works.AsAsyncEnumerable().Select(Written), cancellationToken);
        await archive.AddAsync(
            "favourites.json",
            Rows<Favourite>().Where(row => row.AccountId == id).AsAsyncEnumerable(),
            cancellationToken
        );
        await archive.AddAsync(
            "downloads.json",
            Rows<CountedDownload>().Where(row => row.AccountId == id).AsAsyncEnumerable(),
            cancellationToken
        );
        await archive.AddAsync(
            "uploads.json",
            Rows<UploadSession>().Where(row => row.AccountId == id).AsAsyncEnumerable(),
            cancellationToken
        );
        await WriteFilesAsync(id, archive, cancellationToken);
        await WriteCoversAsync(id, archive, cancellationToken);
    }

    private async Task WriteCoversAsync(string accountId, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var covers = await (
            from work in database.Set<Work>()
            where work.OwnerId == accountId
            from version in work.Versions
            where version.CoverLarge != null
            orderby work.Id, version.Number
            select new
            {
                WorkId = work.Id,
                version.Number,
                version.Title,
                version.CoverLarge,
            }
        ).ToListAsync(cancellationToken);
        foreach (var cover in covers)
        {
            await using var content = await blobs.OpenAsync(cover.CoverLarge!, cancellationToken);
            if (content is not null)
                await archive.AddAsync($"{Folder(cover.Title, cover.WorkId, cover.Number)}/cover.webp", content, cancellationToken);
        }
    }

    // Two works, or two files, may have one name.
    private static string Folder(string title, string workId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"files/{FileNames.Clean(title)}-{workId}/{number}");

    private async Task WriteFilesAsync(string accountId, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var files = await (
            from work in database.Set<Work>()
            where work.OwnerId == accountId
            from version in work.Versions
            from file in version.Files
            orderby work.Id, version.Number, file.Position
            select new
            {
                WorkId = work.Id,
                version.Number,
                version.Title,
                File = file,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        foreach (var row in files)
        {
            var folder = Folder(row.Title, row.WorkId, row.Number);
            await using var content = await blobs.OpenAsync(row.File.Hash, cancellationToken);
            if (content is not null)
                await archive.AddAsync($"{folder}/{row.File.Position + 1}-{row.File.Name}", content, cancellationToken);
        }
    }

    private static object Written(Work work) =>
        new
        {
            work.Id,
            work.Kind,
            work.School,
            work.Visibility,
            work.NoticeReason,
            work.CreatedAt,
            work.PublishedAt,
            work.Downloads,
            Versions = work
                .Versions.OrderBy(version => version.Number)
                .Select(version => new
                {
                    version.Number,
                    version.State,
                    version.Content,
                    version.ReviewNote,
                    version.CreatedAt,
                    version.UpdatedAt,
                    version.SubmittedAt,
                    version.PublishedAt,
                    Files = version
                        .Files.OrderBy(file => file.Position)
                        .Select(file => new
                        {
                            file.Name,
                            file.Length,
                            file.Hash,
                        }),
                }),
        };

    private IQueryable<T> Rows<T>()
        where T : class => database.Set<T>().AsNoTracking();
}
