using System.Text;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>A list of who misses hours as a text for a chat group.</summary>
public sealed class CopiedList(IStringLocalizer texts)
{
    /// <summary>Most people in one text; a chat group takes no more.</summary>
    public const int MaxPeople = 500;

    /// <summary>The text: a school a line, each person once with everything that is missing.</summary>
    /// <param name="schools">Names by path.</param>
    public string Of(IEnumerable<FigurePerson> people, IReadOnlyDictionary<string, string> schools, int schoolYear)
    {
        var text = new StringBuilder(texts["{0}—{1}学年还差学时的教师：", schoolYear, schoolYear + 1]);
        foreach (var school in people.GroupBy(person => person.Path))
            text.Append('\n')
                .Append(texts["{0}：", schools.GetValueOrDefault(school.Key, "")])
                .AppendJoin(texts["、"], school.Select(person => texts["{0}（{1}）", person.Name, MissingOf(person.Duties)].Value));
        return text.ToString();
    }

    /// <summary>What somebody misses, all duties together: 骨干教师差11.5学时、班主任差2学时.</summary>
    public string MissingOf(IEnumerable<DutyBalance> duties) =>
        string.Join(
            texts["、"],
            duties
                .Where(duty => duty.State == StandingState.Missing)
                .Select(duty => texts["{0}差{1}学时", texts[duty.Duty.Label()].Value, new Hours(duty.MissingHundredths)].Value)
        );
}
