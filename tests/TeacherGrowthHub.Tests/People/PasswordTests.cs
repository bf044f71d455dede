using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>Weak passwords are refused with the reason; administrators' must be stronger.</summary>
public sealed class PasswordTests
{
    private static readonly string[] Own = ["bs20260017", "13900001234", "zhangxiaoming"];

    [Theory]
    [InlineData("12345678", "很多人用过|连续")]
    [InlineData("password1", "常用")]
    [InlineData("aaaaaaaaaa", "反复")]
    [InlineData("qwertyuiop", "键盘|常用")]
    [InlineData("abcdefgh", "连续|常用")]
    [InlineData("19900101", "日期|常用")]
    [InlineData("13900001234", "手机号")]
    [InlineData("zhangxiaoming1", "姓名")]
    [InlineData("woaini1314", "常用")]
    public void Should_refuse_what_is_guessed_soon_and_say_why(string password, string reason)
    {
        var strength = PasswordStrength.Of(password, Own);
        strength.Score.ShouldBeLessThan(PasswordStrength.Minimum);
        strength.Problem.ShouldMatch(reason);
        strength.Problem.ShouldContain("请");
    }

    [Theory]
    [InlineData("lantern quiet river")]
    [InlineData("茶园清晨有雾气和鸟")]
    [InlineData(TestSite.Password)]
    public void Should_take_a_sentence_even_from_an_administrator(string password) =>
        PasswordStrength.Of(password, Own).Score.ShouldBeGreaterThanOrEqualTo(PasswordStrength.MinimumForAdministrators);

    [Fact]
    public void Should_judge_a_very_long_password_in_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        PasswordStrength.Of(new string('a', 500) + string.Concat(Enumerable.Repeat("qwerty1990", 10_000)), Own);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_ask_more_of_administrators_than_of_others(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var middling = MiddlingPassword;
        foreach (
            var (role, status) in ((string?, HttpStatusCode)[])
                [(null, HttpStatusCode.Redirect), ("SchoolAdministrator", HttpStatusCode.UnprocessableEntity)]
        )
        {
            var user = await cast.TeacherAsync(school, role);
            using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(user));
            var fields = new Dictionary<string, string>
            {
                ["Current"] = TestSite.Password,
                ["Password"] = middling,
                ["Repeat"] = middling,
            };
            (await visitor.SubmitAsync("/account/password", fields)).StatusCode.ShouldBe(status, role);
        }
    }

    private static string MiddlingPassword =>
        ((string[])["teahouse9", "bamboo rain", "riverside7", "mountaintea", "lantern58x", "teapot-88", "cloudy-tea"]).First(password =>
            PasswordStrength.Of(password, []).Score == PasswordStrength.Minimum
        );
}
