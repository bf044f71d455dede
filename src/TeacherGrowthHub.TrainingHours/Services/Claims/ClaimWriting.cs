using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>What the teacher, or an officer in a teacher's place, does with a claim: write, submit, withdraw, ask for reconsideration.</summary>
public sealed class ClaimWriting(
    HubDbContext database,
    ClaimLoader claims,
    ClaimSaving saving,
    RuleBook rules,
    SchoolCalendar calendar,
    TeacherHistories histories,
    PeopleDirectory directory,
    ClaimNotices notices,
    TimeProvider clock
)
{
    /// <summary>Creates a draft.</summary>
    /// <param name="teacherId">The own, or a teacher of the officer's scope.</param>
    /// <exception cref="RefusedException">The form breaks a rule, or the teacher is out of scope or without a school.</exception>
    public async Task<Claim> CreateAsync(ClaimForm form, string teacherId, HubUser user, CancellationToken cancellationToken = default)
    {
        var school =
            (await histories.OfAsync([teacherId], cancellationToken)).GetValueOrDefault(teacherId)?.PostOn(calendar.Today)
            ?? throw new RefusedException("这位教师现在没有任职学校，不能登记学时") { Field = "Teacher" };
        var isOwn = teacherId == user.TeacherId;
        if (!isOwn && !user.Can(HoursPermissions.Certify, school.Path) && !user.Can(HoursPermissions.Check, school.Path))
            throw new RefusedException("这位教师不在您的认定范围内") { Kind = RefusalKind.Forbidden };
        var claim = Claim.Begin(HubId.New(clock), teacherId, school.Path, saving.Now, isOwn ? null : user.AccountId);
        await FillAsync(claim, form, cancellationToken);
        database.Add(claim);
        saving.Record(claim, "Claim.Created", user);
        await saving.StoreAsync(cancellationToken);
        return claim;
    }

    /// <summary>Changes a draft or a returned claim.</summary>
    public async Task SaveAsync(string id, ClaimForm form, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await EditableAsync(id, user, cancellationToken);
        await FillAsync(claim, form, cancellationToken);
        claim.Version++;
        saving.Record(claim, "Claim.Saved", user);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>Sends it on its way. A school where nobody checks is passed over.</summary>
    /// <exception cref="RefusedException">There is no evidence, or the same activity was certified before.</exception>
    public async Task SubmitAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await EditableAsync(id, user, cancellationToken);
        if (!await database.Set<ClaimEvidence>().AnyAsync(evidence => evidence.ClaimId == id, cancellationToken))
            throw new RefusedException("请先添加证明材料") { Field = "Evidence" };
        await EnsureNotTwiceAsync(claim, cancellationToken);
        claim.SubmittedAt = null;
        claim.WaitAt(await FirstLevelAsync(claim, user, cancellationToken), saving.Now);
        saving.Note(claim, ClaimAct.Submitted, user, claim.LateReason, byOfficer: false);
        if (claim.EnteredById is not null)
            await notices.EnteredAsync(claim, user, cancellationToken);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>Takes it back while nobody has decided.</summary>
    public async Task WithdrawAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await claims.OwnAsync(id, user, cancellationToken);
        if (claim.State is not (ClaimState.Waiting or ClaimState.Returned or ClaimState.Draft) || claim.TrainingId is not null)
            throw new RefusedException("这条申报现在不能撤回") { Kind = RefusalKind.Conflict };
        claim.Decide(ClaimState.Withdrawn, saving.Now, reason: null);
        saving.Note(claim, ClaimAct.Withdrawn, user, byOfficer: false);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>Asks once that a refusal be reconsidered.</summary>
    public async Task ReconsiderAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await claims.OwnAsync(id, user, cancellationToken);
        if (string.IsNullOrWhiteSpace(reason))
            throw new RefusedException("请写明申请复核的理由") { Field = "Reason" };
        claim.Reconsider(await claims.KindOfAsync(claim, cancellationToken), saving.Now, calendar.Today);
        saving.Note(claim, ClaimAct.Reconsidered, user, reason.Trim(), byOfficer: false);
        await saving.StoreAsync(cancellationToken);
    }

    private async Task FillAsync(Claim claim, ClaimForm form, CancellationToken cancellationToken)
    {
        var day = form.To ?? form.From ?? throw new RefusedException("请填写开始日期") { Field = nameof(ClaimForm.From) };
        var year =
            await calendar.YearOfAsync(day, cancellationToken)
            ?? throw new RefusedException("{0:yyyy-MM-dd} 不在本站的学年日历里", day) { Field = nameof(ClaimForm.To) };
        form.Fill(claim, year, (await rules.OfAsync(year.Id, cancellationToken)).Rules, calendar.Today);
    }

    private async Task<Claim> EditableAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var claim = await claims.OwnAsync(id, user, cancellationToken);
        return claim.IsEditable()
            ? claim
            : throw new RefusedException("已经提交的申报不能再改，可以先撤回") { Kind = RefusalKind.Conflict };
    }

    private async Task EnsureNotTwiceAsync(Claim claim, CancellationToken cancellationToken)
    {
        var same = await database
            .Set<Claim>()
            .Where(other => other.TeacherId == claim.TeacherId && other.ActivityKey == claim.ActivityKey && other.Id != claim.Id)
            .FirstOrDefaultAsync(other => other.State == ClaimState.Waiting || other.State == ClaimState.Certified, cancellationToken);
        if (same is not null)
            throw new RefusedException("“{0}”已经申报过（{1}），同一活动只登记一次", same.Title, same.State.Label())
            {
                Kind = RefusalKind.Conflict,
            };
    }

    // What an officer typed in has passed the officer's own level; somebody else certifies it.
    private async Task<ClaimLevel> FirstLevelAsync(Claim claim, HubUser user, CancellationToken cancellationToken)
    {
        var steps = claim.StepsOf(await claims.KindOfAsync(claim, cancellationToken));
        if (steps[0] != ClaimLevel.School || steps.Count == 1)
            return steps[0];
        if (claim.EnteredById == user.AccountId && user.Can(HoursPermissions.Check, claim.Path) && claim.TeacherId != user.TeacherId)
            return steps[1];
        var holders = await directory.HoldersAsync(HoursPermissions.Check, claim.Path, cancellationToken);
        // Nobody checks an own claim: an officer of a bureau is checked by the level above.
        var own = await directory.AccountOfAsync(claim.TeacherId, cancellationToken);
        return holders.Any(holder => holder.Path == claim.Path && holder.AccountId != own) ? ClaimLevel.School : steps[1];
    }
}
