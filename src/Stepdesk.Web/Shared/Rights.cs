using Stepdesk.Core.People;

namespace Stepdesk.Web.Shared;

/// <summary>What whole pages ask of who opens them. The answers stand in <see cref="Permissions"/>.</summary>
static class Rights
{
    public const string Log = "log-tickets";
    public const string SeeMail = "see-mail";
    public const string SeePolicy = "see-policy";
    public const string SetPolicy = "set-policy";
    public const string SetTemplates = "set-templates";
    public const string Broadcast = "broadcast";
    public const string SeeReports = "see-reports";
    public const string AskTelemetry = "ask-telemetry";
    public const string SetAlertRules = "set-alert-rules";
    public const string SeeQueryRuns = "see-query-runs";

    public static void AddRights(this IServiceCollection services) =>
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Log, Asks(Permissions.MayLog))
            .AddPolicy(SeeMail, Asks(Permissions.MaySeeMail))
            .AddPolicy(SeePolicy, Asks(Permissions.MaySeePolicy))
            .AddPolicy(SetPolicy, Asks(Permissions.MaySetPolicy))
            .AddPolicy(SetTemplates, Asks(Permissions.MaySetTemplates))
            .AddPolicy(Broadcast, Asks(Permissions.MayBroadcast))
            .AddPolicy(SeeReports, Asks(Permissions.MaySeeReports))
            .AddPolicy(AskTelemetry, Asks(Permissions.MayAskTelemetry))
            .AddPolicy(SetAlertRules, Asks(Permissions.MaySetAlertRules))
            .AddPolicy(SeeQueryRuns, Asks(Permissions.MaySeeQueryRuns));

    static Action<Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder> Asks(Func<Actor, bool> may) =>
        policy =>
            policy.RequireAuthenticatedUser().RequireAssertion(context => Me.Of(context.User) is { } me && may(me));
}
