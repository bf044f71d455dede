using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

internal sealed class TrainingAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            ["Training.Created"] = "新建了培训",
            ["Training.Changed"] = "修改了培训",
            ["Training.Deleted"] = "删除了培训草稿",
            ["Training.Announced"] = "公布了培训",
            ["Training.Submitted"] = "提交培训请上级批准",
            ["Training.Withdrawn"] = "撤回了待批准的培训",
            ["Training.Approved"] = "批准了培训",
            ["Training.Refused"] = "没有批准培训",
            ["Training.Cancelled"] = "取消了培训",
            ["Training.Closed"] = "结束了培训",
            ["Training.SignedUp"] = "报名了培训",
            ["Training.SignUpCancelled"] = "取消了报名",
            ["Training.WalkInAdded"] = "现场补报名",
            ["Training.CheckedIn"] = "签到",
            ["Training.CheckedOut"] = "签退",
            ["Training.DoorPassed"] = "核对了个人签到码",
            ["Training.RosterSaved"] = "保存了签到名单",
            ["Training.AllCheckedOut"] = "为全体在场的人签退",
            ["Training.SheetTaken"] = "按表格登记了签到",
            ["Homework.Submitted"] = "交了作业",
            ["Homework.Decided"] = "批改了作业",
            ["Feedback.Given"] = "填写了培训反馈",
            ["PlanItem.Added"] = "增加了培训计划",
            ["PlanItem.Changed"] = "修改了培训计划",
            ["PlanItem.Removed"] = "删除了培训计划",
            ["CalendarFeed.Renewed"] = "更换了日历订阅地址",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string>
        {
            [nameof(Training)] = "培训",
            [nameof(TrainingSession)] = "培训场次",
            [nameof(PlanItem)] = "培训计划",
            [nameof(CalendarFeed)] = "日历订阅",
        };
}
