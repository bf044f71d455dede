using Microsoft.AspNetCore.Mvc.Filters;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>Refuses a form by its announced length. The server's own limit would only fail where the anti-forgery token is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormSizeLimitAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public long Bytes { get; } = bytes;

    /// <summary>Before the anti-forgery filter, which is at 1000.</summary>
    public int Order => 800;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > Bytes)
            throw new RefusedException("一次提交的文件太大，合计最多 {0} MB。请分几次上传", Bytes >> 20) { Kind = RefusalKind.TooLarge };
    }
}
