using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Stepdesk.Web;

/// <summary>
/// Reads the setting <c>Proxies</c>: the addresses or networks of the web servers in front of the desk. Only what they say
/// of who asks is believed; from anybody else it could be invented.
/// </summary>
static partial class ProxySettings
{
    /// <summary>What is believed of requests, and from whom.</summary>
    /// <exception cref="InvalidOperationException">One of them is no address and no network.</exception>
    public static ForwardedHeadersOptions Read(IConfiguration settings)
    {
        // However many stand in a row, each is asked for the one before it, as long as it is one of ours.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var said in settings.GetSection("Proxies").Get<string[]>() ?? [])
            if (IPAddress.TryParse(said, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(said, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new InvalidOperationException(
                    $"The setting Proxies is wrong: '{said}' is no address such as 127.0.0.1 and no network such as 10.0.0.0/8."
                );
        return options;
    }

    /// <summary>Lets named proxies say who asks. One that is not named is mentioned once in the log, for whom the limits on posts count by.</summary>
    public static void UseProxies(this WebApplication site, ForwardedHeadersOptions proxies)
    {
        if (proxies.KnownProxies.Count > 0 || proxies.KnownIPNetworks.Count > 0)
        {
            site.UseForwardedHeaders(proxies);
            return;
        }
        var told = 0;
        site.Use(
            (context, next) =>
            {
                if (
                    context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
                    && Interlocked.Exchange(ref told, 1) is 0
                )
                    Log.UnnamedProxy(site.Logger, context.Connection.RemoteIpAddress);
                return next(context);
            }
        );
    }

    static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "A proxy at {Address} says for whom it asks. It is not believed, and everybody behind it shares the limits of one address: name it in the setting Proxies."
        )]
        public static partial void UnnamedProxy(ILogger logger, IPAddress? address);
    }
}
