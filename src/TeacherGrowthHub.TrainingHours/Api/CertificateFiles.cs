using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;

namespace TeacherGrowthHub.TrainingHours.Api;

/// <summary>Papers of certificates, one or a batch in a zip; who may have them is decided on the certificate.</summary>
public static class CertificateFiles
{
    private const string Pdf = "application/pdf";

    public static void MapCertificateFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet("/certificates/{id:length(26)}/paper", PaperAsync)
            .WithMetadata(new RequireSignedInAttribute())
            .ExcludeFromDescription();
        endpoints
            .MapGet("/certificates/batches/{id:length(26)}/zip", ZipAsync)
            .WithMetadata(new RequirePermissionAttribute(HoursPermissions.Issue))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> PaperAsync(
        string id,
        HttpContext http,
        CertificateReader reader,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var (certificate, paper) = await reader.PaperAsync(id, await users.GetAsync(cancellationToken), cancellationToken);
        http.Sandbox();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(paper, Pdf, NameOf(certificate), enableRangeProcessing: true);
    }

    // PDFs are compressed already; each is copied from the store into the answer, so that thousands need no memory.
    private static async Task ZipAsync(
        string id,
        HttpContext http,
        CertificateBatches batches,
        IBlobStore blobs,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var batch = await batches.FindAsync(id, await users.GetAsync(cancellationToken), cancellationToken);
        var certificates = await batches.IssuedAsync(batch, cancellationToken);
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=certificates-{batch.SchoolYear}.zip";
        http.Response.Headers.CacheControl = "private, no-store";
        await using var zip = await ZipArchive.CreateAsync(
            http.Response.BodyWriter.AsStream(),
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        foreach (var certificate in certificates)
        {
            await using var paper = await blobs.OpenAsync(certificate.BlobHash, cancellationToken);
            if (paper is null)
                continue;
            await using var entry = await zip.CreateEntry(NameOf(certificate), CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await paper.CopyToAsync(entry, cancellationToken);
        }
    }

    private static string NameOf(Certificate certificate) =>
        $"{certificate.Face.TeacherNumber}_{certificate.Face.Teacher}_{certificate.Number}.pdf";
}
