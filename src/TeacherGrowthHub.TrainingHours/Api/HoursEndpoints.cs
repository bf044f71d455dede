using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Idempotency;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Imports;
using TeacherGrowthHub.TrainingHours.Services.Integration;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Api;

/// <summary>Hours for other systems: hand in, read the ledger and the balances.</summary>
internal static class HoursEndpoints
{
    private const decimal Hundredths = 100m;
    private const string Replayed = "Idempotency-Replayed";

    public static void MapHours(this IEndpointRouteBuilder endpoints)
    {
        var hours = endpoints.MapGroup("/api/v1/hours").WithTags("Hours").ProducesProblem(401).ProducesProblem(403);
        hours
            .MapPost("claims", SubmitAsync)
            .WithName("submitHours")
            .WithSummary("Hand hours in")
            .DisableAntiforgery()
            .Produces<SubmittedItems>(201)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .WithMetadata(new RequirePermissionAttribute(HoursPermissions.SubmitHours));
        hours.MapGet("entries", EntriesAsync).WithName("listHourEntries").WithSummary("Lines of the ledger").ForReaders();
        hours.MapGet("balances", BalancesAsync).WithName("listHourBalances").WithSummary("Balances by duty").ForReaders();
        hours.MapGet("kinds", KindsAsync).WithName("listHourKinds").WithSummary("Kinds of activities").ForReaders();
    }

    private static void ForReaders(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RequirePermissionAttribute(HoursPermissions.ReadHours)).ProducesProblem(422);

    [EndpointDescription(
        "Makes claims that wait to be certified by an officer; all items or none. The header Idempotency-Key makes it safe to send again."
    )]
    private static async Task<IResult> SubmitAsync(
        SubmitHours request,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        HttpContext http,
        OnceOnly once,
        SubmittedHours submitted,
        IHubUserAccessor users,
        IStringLocalizer texts,
        CancellationToken cancellationToken
    )
    {
        if (request.Items is not { Count: > 0 and <= SubmittedHours.MostItems } || request.Items.Any(item => item is null))
            throw new RefusedException("一次提交 1 到 {0} 条", SubmittedHours.MostItems) { Field = nameof(request.Items) };
        IReadOnlyList<RefusedItem> refused = [];
        var user = await users.GetAsync(cancellationToken);
        var answer = await once.DoAsync(
            http.User.FindFirstValue(ClaimTypes.NameIdentifier)!,
            key,
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request))),
            async () =>
            {
                (var claims, refused) = await submitted.AddAsync([.. request.Items.Select(HourOf)], user, cancellationToken);
                return refused.Count > 0
                    ? null
                    : JsonSerializer.Serialize(
                        new SubmittedItems([.. claims.Select((claim, index) => new SubmittedItem(index, claim.Id, $"{claim.State}"))]),
                        JsonSerializerOptions.Web
                    );
            },
            cancellationToken
        );
        if (answer is null)
            return Refused(refused, texts);
        if (answer.IsReplayed)
            http.Response.Headers[Replayed] = "true";
        return Results.Text(answer.Body, "application/json", statusCode: StatusCodes.Status201Created);
    }

    [EndpointDescription("Certified hours and reversals of the teachers within the key's scope, teacher by teacher.")]
    private static async Task<Ok<HourEntries>> EntriesAsync(
        int schoolYear,
        string? teacher,
        string? after,
        HoursReading reading,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var part = await reading.EntriesAsync(
            new HoursQuestion(schoolYear, teacher, after),
            await users.GetAsync(cancellationToken),
            cancellationToken
        );
        var items = part.Rows.Select(line => new HourEntry(
            part.Teachers[line.TeacherId].TeacherNumber,
            line.Sequence,
            line.Title,
            line.Kind,
            line.From,
            line.To,
            line.RawHundredths / Hundredths,
            line.CountedHundredths / Hundredths,
            line.CertifiedAt,
            line.ReversesSequence
        ));
        return TypedResults.Ok(new HourEntries([.. items], part.After));
    }

    [EndpointDescription("What is asked of each teacher within the key's scope for each duty, what counts and what is missing.")]
    private static async Task<Ok<HourBalances>> BalancesAsync(
        int schoolYear,
        string? teacher,
        string? after,
        HoursReading reading,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var part = await reading.BalancesAsync(
            new HoursQuestion(schoolYear, teacher, after),
            await users.GetAsync(cancellationToken),
            cancellationToken
        );
        var items = part.Rows.Select(row => new HourBalance(
            part.Teachers[row.TeacherId].TeacherNumber,
            $"{row.Duty}",
            row.RequiredHundredths / Hundredths,
            row.CertifiedHundredths / Hundredths,
            row.CountedHundredths / Hundredths,
            row.MissingHundredths / Hundredths,
            $"{row.State}"
        ));
        return TypedResults.Ok(new HourBalances([.. items], part.After));
    }

    [EndpointDescription("The kinds that may be handed in for a school year, named by the year it begins in.")]
    private static async Task<Ok<IReadOnlyList<HourKind>>> KindsAsync(int schoolYear, RuleBook rules, CancellationToken cancellationToken)
    {
        var kinds = (await rules.OfAsync(schoolYear, cancellationToken)).Rules.Kinds.Where(kind => kind.Form != ActivityForm.Achievement);
        return TypedResults.Ok<IReadOnlyList<HourKind>>([.. kinds.Select(kind => new HourKind(kind.Code, kind.Label))]);
    }

    private static OutsideHour HourOf(SubmitHour item) =>
        new(
            item.TeacherNumber ?? "",
            item.Name,
            item.Kind,
            item.Title,
            item.Provider,
            item.From,
            item.To,
            item.Hours,
            null,
            item.IsMentalHealth,
            item.IsPreService,
            item.Reference,
            item.LateReason
        );

    private static IResult Refused(IReadOnlyList<RefusedItem> refused, IStringLocalizer texts) =>
        Results.Problem(
            texts["有 {0} 条不能接收，没有写入任何内容", refused.Count],
            statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = refused.Select(item => new
                {
                    item.Index,
                    item.Refusal.Field,
                    Message = texts[item.Refusal.Text, [.. item.Refusal.Arguments]].Value,
                }),
            }
        );
}
