using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.ResourceBank;

/// <summary>What the resource bank lets somebody do.</summary>
public sealed class ResourcePermissions : IPermissionProvider
{
    /// <summary>Write, upload and submit works of one's own.</summary>
    public const string Author = "ResourceBank.Author";

    /// <summary>Publish, return and take down works of the organisation; never one's own.</summary>
    public const string Review = "ResourceBank.Review";

    /// <summary>Remove the sample library.</summary>
    public const string ManageSamples = "ResourceBank.ManageSamples";

    public IEnumerable<Permission> Permissions => [new(Author, "上传资源"), new(Review, "审核资源"), new(ManageSamples, "移除示例资源")];
}
