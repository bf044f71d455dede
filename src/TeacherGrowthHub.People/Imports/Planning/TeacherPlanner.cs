using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.People.Services.Teachers;
using Columns = TeacherGrowthHub.People.Imports.Planning.ImportColumns.Teachers;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>Rows of teachers: new ones, corrections, transfers, and accounts for those who have none.</summary>
internal sealed class TeacherPlanner(ImportTarget target, AccountClaims accounts, PresentSchools schools, TimeProvider clock) : IRowPlanner
{
    private const int MobileLength = 11;

    // Teachers whose posts or duties change, and the paths of their schools.
    private readonly Dictionary<string, string> _moved = [];
    private OrganizationIndex? _organizations;
    private Dictionary<string, string>? _withZeros;
    private Dictionary<string, Teacher> _teachers = [];

    public string KeyOf(ImportRow row) => row.Shown(Columns.Number).ToUpperInvariant();

    public async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _organizations ??= await OrganizationIndex.LoadAsync(target.Query<Organization>(), cancellationToken);
        if (_withZeros is null && rows.Any(row => row.IsNumber(Columns.Number)))
            _withZeros = await NumbersWithZerosAsync(cancellationToken);
        var numbers = rows.Select(row => row.Shown(Columns.Number)).Distinct().ToList();
        _teachers = await target
            .Query<Teacher>()
            .Include(teacher => teacher.Posts)
            .Include(teacher => teacher.Duties)
            .AsSplitQuery()
            .Where(teacher => numbers.Contains(teacher.TeacherNumber))
            .ToDictionaryAsync(teacher => teacher.TeacherNumber, cancellationToken);
        var mobiles = rows.Select(row => Digits(row.Shown(Columns.Mobile))).Concat(_teachers.Values.Select(t => t.Mobile ?? ""));
        await accounts.LoadAsync(
            target.Query<Account>(),
            [.. _teachers.Values.Select(t => t.Id)],
            numbers,
            [.. mobiles.Where(mobile => mobile.Length > 0).Distinct()],
            cancellationToken
        );
    }

    public PlannedRow Plan(ImportRow row)
    {
        var number = NumberOf(row);
        var school = _organizations!.Find(row.Text(Columns.School)!, target.User, PeoplePermissions.ManageTeachers);
        var teacher = _teachers.GetValueOrDefault(number);
        if (teacher is not null)
            CheckManaged(teacher);
        var profile = ProfileOf(row, number, teacher?.Profile ?? new TeacherProfile(number, null)).Checked(target.Today);
        var post = PostChange.Plan(teacher?.Posts ?? [], school, row.Day(Columns.From), profile.Status, target.Today);
        CheckStatus(teacher, profile, post);
        var opens = row.YesOrNo(Columns.Account, false) && accounts.Of(teacher?.Id) is null;
        if (opens && !target.User.Can(PeoplePermissions.ManageAccounts, school.Path))
            throw Refuse(Columns.Account, "您不能在“{0}”开通账号", school.Name);
        accounts.Check(teacher?.Id, number, profile.Mobile, opens);
        return teacher is null ? Create(profile, school, post!, opens) : Change(teacher, profile, school, post, opens);
    }

    public async Task StoredAsync(CancellationToken cancellationToken)
    {
        if (_moved.Count > 0)
            await schools.RefreshAsync(_moved.Keys, cancellationToken);
        // Open wishes for correction go along to the new school.
        foreach (var (path, ids) in _moved.GroupBy(pair => pair.Value, pair => pair.Key).Select(group => (group.Key, group.ToList())))
            await target
                .Query<CorrectionRequest>()
                .Where(request => request.State == CorrectionState.Open && ids.Contains(request.TeacherId))
                .ExecuteUpdateAsync(update => update.SetProperty(request => request.OrganizationPath, path), cancellationToken);
        _moved.Clear();
    }

    private PlannedRow Create(TeacherProfile profile, Organization school, PostChange post, bool opens)
    {
        var teacher = new Teacher
        {
            Id = HubId.New(clock),
            TeacherNumber = profile.TeacherNumber!,
            Name = profile.Name!,
        };
        post.Apply(teacher, school, HubId.New(clock));
        teacher.Apply(profile);
        target.Add(teacher);
        _moved[teacher.Id] = school.Path;
        target.Record("Teacher.Created", nameof(Teacher), teacher.Id, null, State(teacher, school.Path, post.From), school.Path);
        OpenAccount(teacher, school, opens);
        return new PlannedRow(teacher.TeacherNumber, teacher.Name, null, opens);
    }

    private PlannedRow Change(Teacher teacher, TeacherProfile profile, Organization school, PostChange? post, bool opens)
    {
        var present = teacher.KeepingPostOn(target.Today);
        var keeper = PathOf(present);
        var before = State(teacher, keeper, present?.From);
        var changes = Changes.Between(Changes.Values(teacher.Profile), Changes.Values(profile));
        if (post is not null)
            changes.AddRange(Move(teacher, school, post, present));
        if (IsOut(profile.Status) && !IsOut(teacher.Status))
            Depart(teacher, profile.Status, school);
        teacher.Apply(profile);
        if (changes.Count > 0)
        {
            accounts.Follow(teacher);
            target.Record("Teacher.Changed", nameof(Teacher), teacher.Id, before, State(teacher, school.Path, post?.From), keeper);
        }
        if (opens)
            changes.Add(new FieldChange(Columns.Account.Header, WorkbookWords.No, WorkbookWords.Yes));
        OpenAccount(teacher, school, opens);
        return new PlannedRow(teacher.TeacherNumber, teacher.Name, changes, opens);
    }

    private IEnumerable<FieldChange> Move(Teacher teacher, Organization school, PostChange post, TeacherPost? present)
    {
        post.Apply(teacher, school, HubId.New(clock));
        _moved[teacher.Id] = school.Path;
        target.Record("Teacher.Received", nameof(Teacher), teacher.Id, null, new { post.From }, school.Path);
        yield return new FieldChange(
            Columns.School.Header,
            present is null ? null : _organizations!.OfId(present.OrganizationId)?.Name,
            school.Name
        );
        yield return new FieldChange(Columns.From.Header, Changes.Text(present?.From), Changes.Text(post.From));
    }

    private void Depart(Teacher teacher, TeacherStatus status, Organization school)
    {
        teacher.Depart(status, target.Today);
        _moved[teacher.Id] = school.Path;
    }

    // Posts and duties end on the day of the import; another last day is entered on the teacher's page.
    private static void CheckStatus(Teacher? teacher, TeacherProfile profile, PostChange? post)
    {
        if (IsOut(profile.Status) && (teacher is null || post is not null))
            throw Refuse(Columns.Status, "新登记、调入或重新到岗的教师，状态只能是在岗或休假");
    }

    private static bool IsOut(TeacherStatus status) => status is TeacherStatus.Retired or TeacherStatus.Left;

    private void OpenAccount(Teacher teacher, Organization school, bool opens)
    {
        if (!opens)
            return;
        var account = accounts.Create(clock, teacher, target.BatchId);
        target.Add(account);
        target.Record("Account.Created", nameof(Account), account.Id, null, new { account.UserName, account.DisplayName }, school.Path);
    }

    // Typed into a cell that is not text, 001234 becomes 1234.
    private string NumberOf(ImportRow row)
    {
        var number = row.Text(Columns.Number)!;
        return row.IsNumber(Columns.Number) && !_teachers.ContainsKey(number) && _withZeros?.TryGetValue(number, out var known) == true
            ? throw Refuse(
                Columns.Number,
                "工号 {0} 在表中是数字，可能丢了前面的 0：已登记的有 {1}。请把这一列设为文本后重填",
                number,
                known
            )
            : number;
    }

    private void CheckManaged(Teacher teacher)
    {
        var mayKeep = PathOf(teacher.KeepingPostOn(target.Today)) is { } path
            ? target.User.Can(PeoplePermissions.ManageTeachers, path)
            : target.User.KeepsTheCity();
        if (!mayKeep)
            throw Refuse(Columns.Number, "这位教师登记在您管理范围以外的单位，调动请由共同的上级办理");
    }

    private static TeacherProfile ProfileOf(ImportRow row, string number, TeacherProfile now) =>
        new(
            number,
            row.Text(Columns.Name),
            row.Text(Columns.Mobile, now.Mobile),
            row.Text(Columns.Stage, now.Stage) is { } stage ? StageCodes.Of(stage) : null,
            row.Text(Columns.Subject, now.Subject),
            row.Text(Columns.Title, now.Title),
            row.Text(Columns.Certificate, now.Certificate),
            row.Day(Columns.ServiceFrom, now.ServiceFrom),
            row.Choice(Columns.Status, StatusLabels.Parse) ?? now.Status
        );

    private async Task<Dictionary<string, string>> NumbersWithZerosAsync(CancellationToken cancellationToken)
    {
        var numbers = await target
            .Query<Teacher>()
            .Where(teacher => teacher.TeacherNumber.StartsWith("0"))
            .Select(teacher => teacher.TeacherNumber)
            .ToListAsync(cancellationToken);
        return numbers.GroupBy(number => number.TrimStart('0')).ToDictionary(group => group.Key, group => group.First());
    }

    // As it would be stored: the rules of the profile take spaces, hyphens and the country's code away.
    private static string Digits(string mobile)
    {
        var digits = string.Concat(mobile.Where(char.IsAsciiDigit));
        return digits.Length > MobileLength ? digits[^MobileLength..] : digits;
    }

    private string? PathOf(TeacherPost? post) => post is null ? null : _organizations!.OfId(post.OrganizationId)?.Path;

    private static object State(Teacher teacher, string? school, DateOnly? from) =>
        new
        {
            Profile = teacher.Profile with
            {
                Mobile = teacher.Mobile is null ? null : MobileNumber.Mask(teacher.Mobile),
            },
            School = school,
            From = from,
        };

    private static RefusedException Refuse(ImportColumn column, string text, params object[] arguments) =>
        new(text, arguments) { Field = column.Field };
}
