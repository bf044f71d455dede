using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>
/// Accounts and who holds which mobile number, over all rows of a workbook: what an earlier row took or gave up counts, stored or not.
/// </summary>
internal sealed class AccountClaims(ILookupNormalizer normalizer)
{
    private readonly Dictionary<string, string?> _holders = [];
    private readonly HashSet<string> _opened = [];
    private Dictionary<string, Account> _ofTeachers = [];
    private Dictionary<string, string> _stored = [];
    private HashSet<string> _logins = [];

    /// <summary>Loads what the next rows may meet.</summary>
    public async Task LoadAsync(
        IQueryable<Account> accounts,
        IReadOnlyList<string> teacherIds,
        IReadOnlyList<string> numbers,
        IReadOnlyList<string> mobiles,
        CancellationToken cancellationToken
    )
    {
        _ofTeachers = (await accounts.Where(account => teacherIds.Contains(account.TeacherId!)).ToListAsync(cancellationToken))
            .GroupBy(account => account.TeacherId!)
            .ToDictionary(group => group.Key, group => group.First());
        var names = numbers.Select(normalizer.NormalizeName).ToList();
        _logins = await accounts
            .Where(account => names.Contains(account.NormalizedUserName))
            .Select(account => account.NormalizedUserName!)
            .ToHashSetAsync(cancellationToken);
        _stored = await accounts
            .Where(account => mobiles.Contains(account.PhoneNumber!))
            .ToDictionaryAsync(account => account.PhoneNumber!, account => account.Id, cancellationToken);
    }

    /// <summary>The account of a teacher; null when there is none.</summary>
    public Account? Of(string? teacherId) => teacherId is null ? null : _ofTeachers.GetValueOrDefault(teacherId);

    /// <exception cref="RefusedException">The number to sign in with, or the mobile number, belongs to another account.</exception>
    public void Check(string? teacherId, string number, string? mobile, bool opens)
    {
        var login = normalizer.NormalizeName(number);
        if (opens && (_logins.Contains(login) || _opened.Contains(login)))
            throw new RefusedException("工号 {0} 已是另一个账号的登录名", number) { Field = "TeacherNumber" };
        var account = Of(teacherId);
        if (mobile is not null && (opens || account is not null) && HolderOf(mobile) is { } holder && holder != account?.Id)
            throw new RefusedException("手机号 {0} 已用于另一个账号，请核对号码", MobileNumber.Mask(mobile)) { Field = "Mobile" };
    }

    /// <summary>A new account without a password, for the teacher.</summary>
    public Account Create(TimeProvider clock, Teacher teacher, string batchId)
    {
        var account = Account.Create(clock, teacher.TeacherNumber, teacher.Name, teacher.Mobile, teacher.Id);
        account.ImportBatchId = batchId;
        account.NormalizedUserName = normalizer.NormalizeName(teacher.TeacherNumber);
        _opened.Add(account.NormalizedUserName);
        if (teacher.Mobile is not null)
            _holders[teacher.Mobile] = account.Id;
        return account;
    }

    /// <summary>Name and mobile number of the account are those of the teacher.</summary>
    public void Follow(Teacher teacher)
    {
        if (Of(teacher.Id) is not { ClosedAt: null } account)
            return;
        account.DisplayName = teacher.Name;
        if (account.PhoneNumber == teacher.Mobile)
            return;
        if (account.PhoneNumber is not null)
            _holders[account.PhoneNumber] = null;
        account.PhoneNumber = teacher.Mobile;
        if (teacher.Mobile is not null)
            _holders[teacher.Mobile] = account.Id;
    }

    private string? HolderOf(string mobile) => _holders.TryGetValue(mobile, out var holder) ? holder : _stored.GetValueOrDefault(mobile);
}
