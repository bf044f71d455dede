using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Registers the outbox and the ways out: e-mail, robots of chat groups.</summary>
internal static class MessagingRegistration
{
    private const int MaxAnswerBytes = 64 * 1024;
    private static readonly TimeSpan RobotTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Outbox>().AddSingleton<OutboxQueue>().AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.Configure<SmtpOptions>(configuration.GetSection("Smtp")).Configure<RobotOptions>(configuration.GetSection("Robots"));
        services.AddScoped<IMailSender, SmtpMailSender>();
        services.AddSingleton(new SettingsType(typeof(GroupRobotSettings))).AddScoped<GroupRobots>();
        services.AddOutboxHandler<RobotMessage, RobotMessageHandler>();
        services
            .AddHttpClient<RobotClient>(client =>
            {
                client.Timeout = RobotTimeout;
                client.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            // A redirect would lead around the list of allowed servers.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            // Its lines would carry the address, and with it the key.
            .RemoveAllLoggers();
        return services;
    }
}
