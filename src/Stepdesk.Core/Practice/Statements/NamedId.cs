using System.Security.Cryptography;
using System.Text;

namespace Stepdesk.Core.Practice.Statements;

/// <summary>Ids that come out the same whenever the same thing is named (RFC 9562, version 5).</summary>
public static class NamedId
{
    /// <summary>The space of names that are addresses.</summary>
    public static readonly Guid Addresses = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    public static Guid Of(Guid space, string name)
    {
#pragma warning disable CA5350 // What the standard asks for; nothing is protected by it.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
