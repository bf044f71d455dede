using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Services.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>Certificates of certified hours and their verification.</summary>
internal static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) =>
        services
            .AddSingleton<CertificatePress>()
            .AddSingleton<IAuditWords, CertificateAuditWords>()
            .AddSingleton<INavigationProvider, CertificatesNavigation>()
            .AddScoped<SiteAddress>()
            .AddScoped<CertificateFaces>()
            .AddScoped<CertificateNumbers>()
            .AddScoped<CertificatePrinting>()
            .AddScoped<CertificateIssuing>()
            .AddScoped<CertificateReader>()
            .AddScoped<CertificateLife>()
            .AddScoped<CertificateBatches>()
            .AddScoped<IPersonalDataSource, CertificatePersonalData>()
            .AddOutboxHandler<HoursReversed, CertificateLife>()
            .AddOutboxHandler<CertificatesAsked, CertificateBatchRun>();
}
