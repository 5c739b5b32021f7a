using System.Text;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>A command line taken apart into its arguments as Windows does it.</summary>
internal static class CommandLine
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [Declare.Many("parse_command_line", 2, 2, KqlType.Dynamic, Parse)];

    private static DynamicArray? Parse(object?[] v) =>
        v is [string { Length: > 0 } line, string kind] && kind.Equals("windows", StringComparison.OrdinalIgnoreCase)
            ? new DynamicArray([.. Arguments(line)])
            : null;

    // Backslashes stand for themselves unless a quotation mark follows: then two are one, and an odd one keeps the mark.
    private static IEnumerable<string> Arguments(string line)
    {
        var argument = new StringBuilder();
        var (quoted, begun, slashes) = (false, false, 0);
        foreach (var c in line + ' ')
        {
            if (c == '\\')
            {
                slashes++;
                begun = true;
                continue;
            }

            if (c == '"')
            {
                argument.Append('\\', slashes / 2);
                if (slashes % 2 == 1)
                {
                    argument.Append('"');
                }
                else
                {
                    quoted = !quoted;
                }

                (slashes, begun) = (0, true);
                continue;
            }

            argument.Append('\\', slashes);
            slashes = 0;
            if (!quoted && c is ' ' or '\t')
            {
                if (begun)
                {
                    yield return argument.ToString();
                }

                argument.Clear();
                begun = false;
                continue;
            }

            argument.Append(c);
            begun = true;
        }

        if (quoted)
        {
            yield return argument.ToString(0, Math.Max(0, argument.Length - 1));
        }
    }
}
