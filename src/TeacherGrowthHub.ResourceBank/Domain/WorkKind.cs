namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>The five kinds of works, in the order in which they are always shown (domain 9.1).</summary>
public enum WorkKind
{
    /// <summary>课例.</summary>
    Lesson,

    /// <summary>论文.</summary>
    Paper,

    /// <summary>案例.</summary>
    Case,

    /// <summary>校本课程.</summary>
    Curriculum,

    /// <summary>课件工具.</summary>
    Courseware,
}
