using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.Tests.People;

public sealed class IntegrationKeyTests
{
    private const string Read = "Some.Read";
    private const string County = "baoshan/longyang/";
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Permission[] Offered = [new(Read, "读", IsForIntegrations: true), new("Some.Judge", "评")];
    private static readonly HubUser Creator = new(
        "a",
        null,
        "某管理员",
        null,
        [new(Read, County, ForOthersOnly: true), new("Some.Judge", County)]
    );
    private static readonly IntegrationKeyForm Form = new("某平台", County, [Read], Today.AddYears(1));

    [Fact]
    public void Should_keep_of_the_secret_only_its_hash_and_first_characters()
    {
        var (key, secret) = Make(Form);
        secret.ShouldStartWith("hubk_");
        secret.Length.ShouldBe("hubk_".Length + 43);
        key.KeyHash.ShouldBe(IntegrationKey.HashOf(secret));
        key.Prefix.ShouldBe(secret.Substring(5, 8));
        Make(Form).Secret.ShouldNotBe(secret);
    }

    [Fact]
    public void Should_be_good_through_its_last_day_unless_revoked()
    {
        var (key, _) = Make(Form);
        key.IsGood(Form.ExpiresOn!.Value).ShouldBeTrue();
        key.IsGood(Form.ExpiresOn.Value.AddDays(1)).ShouldBeFalse();
        key.Revoke(Now);
        key.IsGood(Today).ShouldBeFalse();
        Should.Throw<RefusedException>(() => key.Revoke(Now)).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public void Should_act_with_its_own_permissions_at_its_place_and_be_nobodys_account()
    {
        var user = Make(Form).Key.ToUser();
        user.Can(Read, County + "school/").ShouldBeTrue();
        user.Can(Read, "baoshan/").ShouldBeFalse();
        user.Can("Some.Judge").ShouldBeFalse();
        user.IsSignedIn.ShouldBeFalse();
        user.TeacherId.ShouldBeNull();
        user.Name.ShouldStartWith("某平台");
    }

    [Theory]
    [InlineData("baoshan/")]
    [InlineData("baoshan/tengchong/")]
    public void Should_refuse_a_place_above_or_beside_what_the_creator_may_pass_on(string path) =>
        Refused(Form with { Path = path }).Kind.ShouldBe(RefusalKind.Forbidden);

    [Fact]
    public void Should_refuse_permissions_that_are_peoples_alone_and_none_at_all()
    {
        Refused(Form with { Permissions = ["Some.Judge"] }).Field.ShouldBe("Permissions");
        Refused(Form with { Permissions = [] }).Field.ShouldBe("Permissions");
    }

    [Fact]
    public void Should_refuse_a_missing_name_and_a_life_that_is_over_endless_or_beyond_two_years()
    {
        Refused(Form with { Name = " " }).Field.ShouldBe("Name");
        foreach (var day in (DateOnly?[])[null, Today.AddDays(-1), Today.AddYears(2).AddDays(1)])
            Refused(Form with { ExpiresOn = day }).Field.ShouldBe("ExpiresOn");
        Make(Form with { ExpiresOn = Today.AddYears(2) }).Key.IsGood(Today).ShouldBeTrue();
    }

    private static (IntegrationKey Key, string Secret) Make(IntegrationKeyForm form) =>
        IntegrationKey.Make("k", form, Offered, Creator, Today, Now);

    private static RefusedException Refused(IntegrationKeyForm form) => Should.Throw<RefusedException>(() => Make(form));
}
