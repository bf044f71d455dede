using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Requests;

/// <summary>Requests as their teachers make them.</summary>
public sealed class HourRequests(
    HubDbContext database,
    RuleBook rules,
    SchoolCalendar calendar,
    TeacherHistories histories,
    EvidenceStore evidence,
    IBlobStore blobs,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <summary>Asks the county; nobody else has a hand in it.</summary>
    /// <exception cref="RefusedException">The form breaks a rule, or there is no evidence.</exception>
    public async Task<HourRequest> SubmitAsync(
        RequestForm form,
        SentFile? file,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var year =
            await calendar.YearAsync(form.SchoolYear, cancellationToken)
            ?? throw new RefusedException("请选择学年") { Field = nameof(form.SchoolYear) };
        var asked = form.Checked(year, (await rules.OfAsync(year.Id, cancellationToken)).Rules, calendar.Today);
        if (file is null)
            throw new RefusedException("请先添加证明材料") { Field = "Evidence" };
        var type = await evidence.CheckAsync(file, cancellationToken);
        var school =
            (
                user.TeacherId is { } id
                    ? (await histories.OfAsync([id], cancellationToken)).GetValueOrDefault(id)?.PostOn(calendar.Today)
                    : null
            ) ?? throw new RefusedException("现在没有任职学校，不能申请");
        file.Content.Position = 0;
        var blob = await blobs.WriteAsync(file.Content, cancellationToken);
        var request = new HourRequest
        {
            Id = HubId.New(clock),
            TeacherId = user.TeacherId!,
            Path = school.Path,
            WaitingPath = ClaimChain.ActingAt(ClaimLevel.County, school.Path),
            Kind = asked.Kind,
            SchoolYear = year.Id,
            From = asked.From!.Value,
            To = asked.To!.Value,
            ExemptionKind = asked.ExemptionKind,
            Duty = asked.Duty,
            ActivityKind = asked.ActivityKind,
            Title = asked.Title,
            HoursHundredths = asked.Hours is { } hours ? Domain.Hours.Of(hours)!.Value.Hundredths : 0,
            IsMentalHealth = asked.IsMentalHealth,
            Reason = asked.Reason!,
            EvidenceName = FileNames.Clean(Path.ChangeExtension(file.Name, type.Extension)),
            EvidenceHash = blob.Hash,
            EvidenceType = type.MediaType,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        database.Add(request);
        audit.Record(user, "HourRequest.Submitted", nameof(HourRequest), request.Id, after: asked, path: request.Path);
        await database.SaveChangesAsync(cancellationToken);
        return request;
    }

    /// <summary>Takes an undecided request back.</summary>
    public async Task WithdrawAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var request = await database
            .Set<HourRequest>()
            .SingleOrDefaultAsync(row => row.Id == id && row.TeacherId == user.TeacherId, cancellationToken);
        if (request?.State != RequestState.Waiting)
            throw new RefusedException("这项申请现在不能撤回") { Kind = RefusalKind.Conflict };
        (request.State, request.WaitingPath) = (RequestState.Withdrawn, "");
        request.Version++;
        audit.Record(user, "HourRequest.Withdrawn", nameof(HourRequest), request.Id, path: request.Path);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A teacher's own requests, newest first.</summary>
    public async Task<IReadOnlyList<HourRequest>> OwnAsync(HubUser user, CancellationToken cancellationToken = default) =>
        await database
            .Set<HourRequest>()
            .AsNoTracking()
            .Where(request => request.TeacherId == user.TeacherId)
            .OrderByDescending(request => request.Id)
            .ToListAsync(cancellationToken);
}
