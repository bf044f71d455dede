using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Source texts of states.</summary>
public static class ImportLabels
{
    public static string Label(this ImportState state) =>
        state switch
        {
            ImportState.Checking => "正在核对",
            ImportState.Checked => "已核对，待确认",
            ImportState.Waiting => "待第二人确认",
            ImportState.Applying => "正在写入",
            ImportState.Applied => "已写入",
            ImportState.Undoing => "正在撤销",
            ImportState.Undone => "已撤销",
            ImportState.Refused => "未写入",
            _ => "已取消",
        };
}
