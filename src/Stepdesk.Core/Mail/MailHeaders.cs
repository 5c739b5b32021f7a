namespace Stepdesk.Core.Mail;

/// <summary>The header fields of a mail as decoded text, in their order; a name may come several times.</summary>
public sealed class MailHeaders(IReadOnlyList<KeyValuePair<string, string>> fields)
{
    /// <summary>The first field of that name: what comes later may have been added by somebody else.</summary>
    public string? this[string name] => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) =>
        fields.Where(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value);

    public bool Has(string name) => All(name).Any();

    /// <summary>Reads a block of header lines such as a delivery report quotes; what is no field is passed over.</summary>
    public static MailHeaders Parse(string block)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var line in block.Split('\n', Most))
            if (line is [' ' or '\t', ..] && fields.Count > 0)
                fields[^1] = new(fields[^1].Key, $"{fields[^1].Value} {line.Trim()}");
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        return new(fields);
    }

    const int Most = 1_000;
}
