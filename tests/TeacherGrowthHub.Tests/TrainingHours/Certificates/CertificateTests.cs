using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;

namespace TeacherGrowthHub.Tests.TrainingHours.Certificates;

public sealed class CertificateTests
{
    private const string Site = "https://teachers.example.org";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_issue_what_the_ledger_says_and_freeze_it(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        await stage.CertifyAsync(stage.County, stage.Posting(4, "a"), stage.Posting(2.5m, "b", kind: "online"));
        var certificate = await IssueAsync(stage, stage.County);
        certificate.Face.Total.Hundredths.ShouldBe(650);
        certificate.Face.Duties.Single().ShouldBe(new FaceDuty(DutyKind.ClassTeacher, 1000, 650, 0));
        certificate.Face.Bureau.ShouldBe("隆阳区教育体育局");
        certificate.Face.School.ShouldBe(stage.School.Name);
        using var teacher = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Teacher));
        var first = await teacher.Client.GetByteArrayAsync($"/certificates/{certificate.Id}/paper");
        Convert.ToHexStringLower(SHA256.HashData(first)).ShouldBe(certificate.BlobHash);
        await stage.CertifyAsync(stage.County, stage.Posting(1, "c"));
        (await teacher.Client.GetByteArrayAsync($"/certificates/{certificate.Id}/paper")).ShouldBe(first);
        (await teacher.PageAsync("/my/certificates")).Body!.TextContent.ShouldContain(certificate.Number);
        (await teacher.PageAsync($"/my/hours?year={HoursStage.Year}")).Body!.TextContent.ShouldContain(certificate.Number);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_every_certificate_its_own_number_without_gaps_when_officers_issue_at_once(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var stages = new List<HoursStage>();
        for (var i = 0; i < 8; i++)
        {
            var stage = await HoursStage.SetAsync(site);
            await stage.CertifyAsync(stage.County, stage.Posting(2, "a"));
            stages.Add(stage);
        }
        var issued = await Task.WhenAll(stages.Select(stage => Task.Run(() => IssueAsync(stage, stage.County))));
        var numbers = issued.Select(certificate => int.Parse(certificate.Number[^6..])).Order().ToList();
        numbers.ShouldBe(Enumerable.Range(1, 8));
        issued.Select(certificate => certificate.Code).Distinct().Count().ShouldBe(8);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_leave_one_valid_certificate_when_two_issue_the_same_at_once(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider);
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a"));
        var issued = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => IssueAllAsync(stage, stage.County, stage.TeacherId, null)))
        );
        issued.Sum(certificates => certificates.Count).ShouldBe(1);
        (await CertificatesAsync(stage)).Count(certificate => certificate.State == CertificateState.Valid).ShouldBe(1);
    }

    [Fact]
    public async Task Should_refuse_oneself_strangers_and_what_is_not_certified()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite);
        (await HoursStage.RefusedAsync(() => IssueAsync(stage, stage.County))).Text.ShouldContain("还没有认定");
        var own = stage.Posting(2, "a", stage.County.TeacherId) with { Path = "baoshan/longyang/" };
        await stage.CertifyAsync(stage.City, own);
        await HoursStage.RefusedAsync(() => IssueAsync(stage, stage.County, stage.County.TeacherId));
        var elsewhere = await new Cast(stage.Site).TeacherAsync(
            await HoursStage.OrganizationAsync(stage.Site, "baoshan/shidian/"),
            "TrainingOfficer"
        );
        var line = (await stage.CertifyAsync(stage.County, stage.Posting(2, "b"))).Single();
        (await HoursStage.RefusedAsync(() => IssueAsync(stage, elsewhere))).Text.ShouldContain("不在您的范围内");
        await stage.ReverseAsync(stage.County, line);
        await HoursStage.RefusedAsync(() => IssueAsync(stage, stage.County, line: line.Sequence));
        (await CertificatesAsync(stage)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_supersede_when_the_hours_changed_and_do_nothing_when_not()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a"));
        var first = await IssueAsync(stage, stage.County);
        (await IssueAllAsync(stage, stage.County, stage.TeacherId, null)).ShouldBeEmpty();
        await stage.CertifyAsync(stage.County, stage.Posting(3, "b"));
        var second = await IssueAsync(stage, stage.County);
        var page = await VerifyAsync(stage, first.Code);
        page.ShouldContain("不再有效");
        page.ShouldContain(second.Number);
        (await VerifyAsync(stage, second.Code)).ShouldContain("这张证明真实有效");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_doubt_a_certificate_whose_hours_were_taken_back_until_an_officer_acts(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider);
        var line = (await stage.CertifyAsync(stage.County, stage.Posting(2, "a"), stage.Posting(1, "b")))[0];
        var certificate = await IssueAsync(stage, stage.County);
        await stage.ReverseAsync(stage.County, line);
        await stage.Site.SettleAsync();
        (await CertificatesAsync(stage)).Single().NeedsLook.ShouldBeTrue();
        (await NotesAsync(stage, stage.County)).ShouldContain(CertificateReader.DoubtedPage);
        var fresh = await AskAsync<CertificateLife, Certificate?>(stage, life => life.ReissueAsync(certificate.Id, Site, stage.County));
        fresh!.Face.Total.Hundredths.ShouldBe(100);
        (await CertificatesAsync(stage)).ShouldAllBe(row => !row.NeedsLook);
    }

    [Fact]
    public async Task Should_say_revoked_with_no_more_than_the_paper_shows()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a"));
        var certificate = await IssueAsync(stage, stage.County);
        (await VerifyAsync(stage, certificate.Code)).ShouldContain("真实有效");
        await HoursStage.RefusedAsync(() => RevokeAsync(stage, certificate.Id, " "));
        await RevokeAsync(stage, certificate.Id, "内部原因不公开");
        (await VerifyAsync(stage, certificate.Code)).ShouldContain("不再有效");
        var page = await VerifyAsync(stage, certificate.Code.ToLowerInvariant().Insert(5, "-").Insert(11, " "));
        page.ShouldContain("已于");
        page.ShouldContain("作废，不再有效");
        page.ShouldNotContain("内部原因不公开");
        page.ShouldNotContain("真实有效");
        (await HoursStage.RefusedAsync(() => RevokeAsync(stage, certificate.Id, "再次"))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task Should_answer_an_unknown_code_with_a_form_to_try_again()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        var answer = await guest.Client.GetAsync("/verify/00000000000000000000");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        var page = await Visitor.ParseAsync(answer);
        page.Body!.TextContent.ShouldContain("没有查到这个查验码");
        page.QuerySelector("form[action='/verify'] input[name=code]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_show_a_paper_to_its_teacher_and_to_officers_of_the_scope_alone()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a"));
        var certificate = await IssueAsync(stage, stage.County);
        var cast = new Cast(stage.Site);
        var colleague = await cast.TeacherAsync(stage.School);
        var elsewhere = await cast.TeacherAsync(await HoursStage.OrganizationAsync(stage.Site, "baoshan/shidian/"), "TrainingOfficer");
        foreach (var (user, status) in new[] { (stage.City, 200), (colleague, 404), (elsewhere, 404) })
        {
            using var visitor = await Visitor.SignedInAsync(stage.Site, await cast.LoginOfAsync(user));
            ((int)(await visitor.Client.GetAsync($"/certificates/{certificate.Id}/paper")).StatusCode).ShouldBe(status);
        }
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_issue_for_a_whole_school_and_give_one_zip(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.SubjectTeacher);
        var cast = new Cast(stage.Site);
        var others = new List<HubUser>();
        for (var i = 0; i < 30; i++)
            others.Add(await cast.TeacherAsync(stage.School));
        await stage.CertifyAsync(stage.County, [.. others.Select(other => stage.Posting(2, "a", other.TeacherId))]);
        await IssueAllAsync(stage, stage.County, others[0].TeacherId!, null);
        var batch = await AskAsync<CertificateBatches, CertificateBatch>(
            stage,
            batches => batches.StartAsync(stage.School.Path, HoursStage.Year, Site, stage.County)
        );
        await stage.Site.SettleAsync();
        using var officer = await Visitor.SignedInAsync(stage.Site, await cast.LoginOfAsync(stage.County));
        var page = (await officer.PageAsync($"/certificates/batches/{batch.Id}")).Body!.TextContent;
        page.ShouldContain("新开具 29 张");
        page.ShouldContain("1 位教师已有内容相同的证明");
        using var zip = new ZipArchive(await officer.Client.GetStreamAsync($"/certificates/batches/{batch.Id}/zip"));
        zip.Entries.Count.ShouldBe(29);
        await using var content = await zip.Entries[0].OpenAsync();
        var head = new byte[5];
        await content.ReadExactlyAsync(head);
        head.ShouldBe("%PDF-"u8.ToArray());
    }

    [Theory]
    [InlineData(" 7k3m9-2qdoa-1b2c3-d4e5f ", "7K3M92QD0A1B2C3D4E5F")]
    [InlineData("7K3M92QD0AIB2C3D4E5F", "7K3M92QD0A1B2C3D4E5F")]
    [InlineData("7K3M9", null)]
    [InlineData("7K3M92QD0A1B2C3D4E5U", null)]
    public void Should_read_codes_as_people_type_them(string typed, string? code) => CertificateCode.Read(typed).ShouldBe(code);

    private static async Task<Certificate> IssueAsync(HoursStage stage, HubUser officer, string? teacherId = null, int? line = null) =>
        (await IssueAllAsync(stage, officer, teacherId ?? stage.TeacherId, line)).Single();

    private static Task<IReadOnlyList<Certificate>> IssueAllAsync(HoursStage stage, HubUser officer, string teacherId, int? line) =>
        AskAsync<CertificateIssuing, IReadOnlyList<Certificate>>(
            stage,
            issuing => issuing.IssueAsync([new CertificateWish(teacherId, HoursStage.Year, line)], Site, officer)
        );

    private static Task RevokeAsync(HoursStage stage, string id, string reason) =>
        stage.Site.InScopeAsync(services => services.GetRequiredService<CertificateLife>().RevokeAsync(id, reason, stage.County));

    private static async Task<string> VerifyAsync(HoursStage stage, string code)
    {
        using var guest = new Visitor(stage.Site);
        return (await guest.PageAsync("/verify/" + Uri.EscapeDataString(code))).Body!.TextContent;
    }

    private static Task<List<Certificate>> CertificatesAsync(HoursStage stage) =>
        stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Certificate>()
                .AsNoTracking()
                .Where(certificate => certificate.Path == stage.School.Path)
                .ToListAsync()
        );

    private static Task<List<string>> NotesAsync(HoursStage stage, HubUser user) =>
        stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Notification>()
                .Where(note => note.AccountId == user.AccountId)
                .Select(note => note.Link)
                .ToListAsync()
        );

    private static Task<TResult> AskAsync<TService, TResult>(HoursStage stage, Func<TService, Task<TResult>> ask)
        where TService : notnull => stage.Site.InScopeAsync(services => ask(services.GetRequiredService<TService>()));
}
