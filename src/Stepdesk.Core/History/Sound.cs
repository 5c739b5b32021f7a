using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Stepdesk.Core.History;

/// <summary>A list whose holes mean something: a cell without a value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GapsAttribute : Attribute;

/// <summary>
/// Whether something that was asked for can be written down and read again: every word of a fixed list is on it, and no
/// list has a hole. Forms and JSON can carry numbers and nothings where neither means anything.
/// </summary>
public static class Sound
{
    public static readonly Refusal Unknown = new("value-is-unknown");

    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    /// <summary>Why it cannot, with the path of the first part that is wrong, <c>alarms[1].to[0]</c>; null when it can.</summary>
    public static Refusal? Check(object? said) => FlawIn(said, "") is { } flaw ? Unknown with { Detail = flaw } : null;

    static string? FlawIn(object? said, string path)
    {
        switch (said)
        {
            case null or string:
                return null;
            case Enum word:
                return Enum.IsDefined(word.GetType(), word) ? null : path;
            case IEnumerable list:
                var place = 0;
                foreach (var item in list)
                {
                    var here = string.Create(CultureInfo.InvariantCulture, $"{path}[{place++}]");
                    if ((item is null ? here : FlawIn(item, here)) is { } hole)
                        return hole;
                }
                return null;
            default:
                foreach (var part in PartsOf(said.GetType()))
                {
                    var name = JsonNamingPolicy.CamelCase.ConvertName(part.Name);
                    if (FlawIn(part.GetValue(said), path is "" ? name : $"{path}.{name}") is { } flaw)
                        return flaw;
                }
                return null;
        }
    }

    // What is worked out of the rest is as sound as that.
    static PropertyInfo[] PartsOf(Type type) =>
        Parts.GetOrAdd(
            type,
            t =>
                t.Namespace?.StartsWith(nameof(Stepdesk), StringComparison.Ordinal) ?? false
                    ?
                    [
                        .. t.GetProperties()
                            .Where(p =>
                                p.CanWrite && p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(GapsAttribute))
                            ),
                    ]
                    : []
        );
}
