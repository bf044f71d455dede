using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

internal sealed class ResourceAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            ["Work.Created"] = "新建了资源",
            ["Work.Saved"] = "修改了资源草稿",
            ["Work.Filled"] = "用文件内容填写了草稿",
            ["Work.PassageReplaced"] = "替换了草稿中的文字",
            ["Work.FindingKept"] = "保留了可能识别个人的内容",
            ["Work.FileAdded"] = "添加了文件",
            ["Work.FileRemoved"] = "删除了文件",
            ["Work.Submitted"] = "提交了资源",
            ["Work.Recalled"] = "撤回了提交",
            ["Work.Returned"] = "退回了资源",
            ["Work.Published"] = "发布了资源",
            ["Work.Revised"] = "开始修订资源",
            ["Work.Withdrawn"] = "撤回了已发布的资源",
            ["Work.TakenDown"] = "下架了资源",
            ["Work.DraftDeleted"] = "删除了草稿",
            ["Work.Viewed"] = "打开了待审核的案例",
            ["Work.AuthorHidden"] = "隐去了作者姓名",
            ["Samples.Removed"] = "删除了示例资源",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string> { [nameof(Work)] = "资源" };
}
