using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Chat;

public static class ChatComposition
{
    /// <summary>The chat channels of the live world, as the settings say.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services, ChatOptions options)
    {
        foreach (var channel in options.Channels)
            services.AddSingleton<IChatOut>(parts =>
            {
                var webhook = new Webhook(new(channel.Url), options.Patience, parts.GetRequiredService<TimeProvider>());
                return channel.KindOf is ChatKind.Teams
                    ? new TeamsChannel(channel, webhook)
                    : new SlackChannel(channel, webhook);
            });
        return services.AddSingleton(options).AddSingleton<PayChats>();
    }
}
