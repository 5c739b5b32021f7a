namespace Stepdesk.Web.Accounts;

/// <summary>Where to go after signing in: a path on this host, whatever the link said.</summary>
static class ReturnUrl
{
    /// <summary>
    /// The path, or <paramref name="home"/> when it names none or only the front door. One leading slash and no backslash: browsers read <c>//x</c> and <c>/\x</c> as
    /// another host, and drop tabs and line breaks before they look.
    /// </summary>
    public static string Local(string? url, string home = "/") =>
        url is ['/', _, ..] and not ['/', '/' or '\\', ..] && !url.Any(c => c == '\\' || char.IsControl(c))
            ? url
            : home;
}
