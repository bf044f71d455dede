using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Source texts of kinds and states.</summary>
public static class ImportLabels
{
    public static string Label(this ImportKind kind) =>
        kind switch
        {
            ImportKind.Teachers => "教师",
            ImportKind.Organizations => "单位",
            _ => "职责",
        };

    public static string Label(this ImportState state) =>
        state switch
        {
            ImportState.Checking => "正在核对",
            ImportState.Checked => "已核对，待确认",
            ImportState.Applying => "正在写入",
            ImportState.Applied => "已写入",
            ImportState.Refused => "未写入",
            _ => "已取消",
        };
}
