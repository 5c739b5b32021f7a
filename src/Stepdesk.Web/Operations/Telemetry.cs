using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Stepdesk.Engine.Door;

namespace Stepdesk.Web.Operations;

/// <summary>Traces and meters over OTLP, to where the environment says; without that, nothing is collected.</summary>
static class Telemetry
{
    /// <summary>OpenTelemetry's own setting, and ours to be on at all.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<MeasureOutbox>();
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        var version = typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("stepdesk", serviceVersion: version?.InformationalVersion)
            )
            .WithTracing(tracing =>
                tracing
                    .AddSource(Desk.Tracing)
                    .AddAspNetCoreInstrumentation(web =>
                    {
                        web.Filter = context =>
                            !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                        // A customer's link carries its key in the path; the route says enough.
                        web.EnrichWithHttpResponse = (span, _) =>
                            span.SetTag("url.path", null).SetTag("url.query", null);
                    })
            )
            .WithMetrics(metrics =>
                metrics.AddMeter(
                    Measures.Name,
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "System.Runtime"
                )
            )
            .UseOtlpExporter();
    }
}
