using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Messaging;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>The address that is printed on papers: the configured one, else the one this request came to.</summary>
public sealed class SiteAddress(IOptions<SmtpOptions> options, IHttpContextAccessor http)
{
    /// <summary><c>https://…</c> without a slash at the end.</summary>
    public string Value =>
        options.Value.SiteAddress.Length > 0
            ? options.Value.SiteAddress.TrimEnd('/')
            : $"{http.HttpContext!.Request.Scheme}://{http.HttpContext.Request.Host}";
}
