using System.Globalization;
using System.Text.Json;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Cli;

/// <summary>Made-up teachers in the proportions of a city: one in three a class teacher, a few for psychology, a few backbones. Always the same ones.</summary>
internal sealed class SampleTeachers(IReadOnlyList<string> schools, DateOnly today, Func<string> newId)
{
    /// <summary>Beginning of their numbers.</summary>
    public const string Prefix = "sample-";
    private const int Seed = 20_250_306;
    private const int MobileBase = 10_000_000;
    private static readonly Words Sample = Read();
    private static readonly string[] Stages = [.. SchoolStage.Labels.Keys];
    private readonly Random _random = new(Seed);

    /// <summary>The teacher of a running number.</summary>
    public Teacher Next(int number)
    {
        var teacher = new Teacher
        {
            Id = newId(),
            TeacherNumber = Prefix + number.ToString("D6", CultureInfo.InvariantCulture),
            Name = string.Concat(Any(Sample.Surnames), Any(Sample.Given), Any(Sample.Given)),
        };
        teacher.Apply(
            teacher.Profile with
            {
                Mobile = "199" + (MobileBase + number).ToString(CultureInfo.InvariantCulture),
                Stage = Stages[_random.Next(Stages.Length)],
                Title = TeacherLabels.Titles[_random.Next(TeacherLabels.Titles.Count)],
                ServiceFrom = today.AddDays(-_random.Next(365, 35 * 365)),
                Status = _random.Next(50) == 0 ? TeacherStatus.OnLeave : TeacherStatus.InPost,
            }
        );
        AddPosts(teacher);
        AddDuties(teacher, number);
        return teacher;
    }

    // One in ten has been at another school before.
    private void AddPosts(Teacher teacher)
    {
        var came = today.AddDays(-_random.Next(30, 3000));
        if (_random.Next(10) == 0)
            teacher.Posts.Add(Post(came.AddYears(-5), came.AddDays(-1)));
        teacher.Posts.Add(Post(came, null));
    }

    private void AddDuties(Teacher teacher, int number)
    {
        var from = teacher.Posts[^1].From;
        if (_random.Next(3) == 0)
            Hold(
                new DutyProfile(
                    DutyKind.ClassTeacher,
                    from,
                    ClassName: string.Format(CultureInfo.InvariantCulture, Sample.Class, _random.Next(1, 7), _random.Next(1, 13))
                )
            );
        else
            Hold(new DutyProfile(DutyKind.SubjectTeacher, from));
        if (number % 60 == 0)
            Hold(new DutyProfile(DutyKind.FullTimePsych, from, Document: Sample.Document));
        else if (number % 25 == 0)
            Hold(new DutyProfile(DutyKind.PartTimePsych, from, Document: Sample.Document));
        if (number % 40 == 0)
            Hold(new DutyProfile(DutyKind.Backbone, from, Document: Sample.Document));

        void Hold(DutyProfile duty) => teacher.AddDuty(duty, newId());
    }

    private TeacherPost Post(DateOnly from, DateOnly? to) =>
        new()
        {
            Id = newId(),
            OrganizationId = schools[_random.Next(schools.Count)],
            From = from,
            To = to,
        };

    private string Any(string characters) => characters[_random.Next(characters.Length)].ToString();

    private static Words Read()
    {
        using var stream = typeof(SampleTeachers).Assembly.GetManifestResourceStream("sample-words.json")!;
        return JsonSerializer.Deserialize<Words>(stream)!;
    }

    // What names are made of: data, not texts of the interface.
    private sealed record Words(string Surnames, string Given, string Class, string Document);
}
