using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

public static class MailComposition
{
    /// <summary>Mail in and out of the live world, as the settings say.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, MailOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<Signer>()
            .AddSingleton<WhyNotAsked>(address => OwnAddress.WhyNot(options, address))
            .AddSingleton<Files>()
            .AddSingleton<Drawer>()
            .AddSingleton<LiveMail>()
            .AddSingleton<IMailOut>(parts => parts.GetRequiredService<LiveMail>())
            .AddSingleton<PayOutbox>()
            .AddSingleton<Reception>()
            .AddSingleton<Parting>()
            .AddSingleton<Inbox>()
            .AddSingleton<FetchMail>()
            .AddSingleton<MailStatus>()
            .AddSingleton<MailAside>();
}
