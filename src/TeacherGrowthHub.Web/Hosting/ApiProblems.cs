using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Errors of the API as problem+json, whatever the caller says it accepts: a program must never get a page.</summary>
public static class ApiProblems
{
    private const string MediaType = "application/problem+json";

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>Writes the answer for the status code that is set.</summary>
    /// <param name="detail">What happened, in the reader's language; null says what the status means.</param>
    /// <param name="field">The field of the request it belongs to.</param>
    public static Task WriteAsync(HttpContext context, string? detail = null, string? field = null)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer>();
        var problem = new ProblemDetails
        {
            Status = context.Response.StatusCode,
            Detail = detail ?? texts[Meaning(context.Response.StatusCode)],
        };
        if (field is not null)
            problem.Extensions["field"] = field;
        return context.Response.WriteAsJsonAsync(problem, options: null, MediaType);
    }

    private static string Meaning(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "请求的内容读不懂，请核对格式",
            StatusCodes.Status401Unauthorized => "请先登录",
            StatusCodes.Status403Forbidden => "您没有这项权限",
            StatusCodes.Status404NotFound => "没有这个地址",
            StatusCodes.Status405MethodNotAllowed => "这个地址不接受这种请求方法",
            StatusCodes.Status412PreconditionFailed => "请按 tus 1.0.0 协议上传",
            StatusCodes.Status413PayloadTooLarge => "请求太大",
            StatusCodes.Status415UnsupportedMediaType => "不接受这种内容类型",
            StatusCodes.Status429TooManyRequests => "请求太频繁，请稍后再试",
            < StatusCodes.Status500InternalServerError => "这个请求没有完成",
            _ => "本站出了点问题",
        };
}
