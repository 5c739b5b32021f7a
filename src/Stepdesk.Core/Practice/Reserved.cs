namespace Stepdesk.Core.Practice;

/// <summary>Domains that belong to nobody and never will: the only ones people of the practice ground are reached at.</summary>
public static class Reserved
{
    static readonly string[] Ends = [".example", ".test", ".invalid", ".localhost"];

    public static bool IsHost(string host) =>
        Array.Exists(Ends, end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether nobody real can be reached at the address.</summary>
    public static bool IsAddress(string address) =>
        address.LastIndexOf('@') is > 0 and var at && IsHost(address[(at + 1)..].TrimEnd());
}
