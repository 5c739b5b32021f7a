namespace Stepdesk.Web.Shared;

/// <summary>
/// Cookies are bound to this host and to https. Only a desk tried out on plain http on one's own machine goes
/// without: browsers refuse <c>__Host-</c> there.
/// </summary>
static class CookieNames
{
    public static string For(string name, bool plain) => plain ? name : $"__Host-{name}";

    public static CookieSecurePolicy Secure(bool plain) =>
        plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
