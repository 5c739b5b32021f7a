using System.Globalization;
using DotLiquid;
using DotLiquid.Exceptions;
using Stepdesk.Core.History;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Templates;

/// <summary>
/// Fills templates. What stands in a value is text and nothing else: it is put in after the template was read, and never
/// read again.
/// </summary>
public static class Filling
{
    public static readonly Refusal Failed = new("template-cannot-be-filled");

    /// <summary>The text with its variables filled, or why it cannot be.</summary>
    public static (string? Text, Refusal? Refusal) Fill(string text, IReadOnlyDictionary<string, string?> values)
    {
        if (LiquidText.Check(text) is { } wrong)
            return (null, wrong);
        try
        {
            var known = new Hash();
            foreach (var (name, value) in values)
                known[name] = value;
            var filled = DotLiquid
                .Template.Parse(text, SyntaxCompatibility.DotLiquid22a)
                .Render(
                    new RenderParameters(CultureInfo.InvariantCulture)
                    {
                        LocalVariables = known,
                        Filters = [typeof(Filters)],
                        ErrorsOutputMode = ErrorsOutputMode.Rethrow,
                        SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
                    }
                );
            return (Plain.Text(filled), null);
        }
        catch (LiquidException failure)
        {
            return (null, Failed with { Detail = Plain.Line(failure.Message) });
        }
    }

    /// <summary>Why the text is no template that can be filled, whatever is known of a ticket; null when it is one.</summary>
    public static Refusal? Check(string text, IReadOnlyDictionary<string, string?> sample) =>
        Fill(text, sample).Refusal
        ?? Fill(text, sample.ToDictionary(v => v.Key, _ => (string?)null, StringComparer.Ordinal)).Refusal;

    // The library's own follow the machine's culture, and "i" is not "I" everywhere.
#pragma warning disable CA1034, MA0016 // The library finds filters by the public methods of a type.
    internal static class Filters
    {
        public static string? Upcase(string? input) => input?.ToUpperInvariant();

        public static string? Downcase(string? input) => input?.ToLowerInvariant();

        /// <summary>The first letter large and the rest as it is, in any script.</summary>
        public static string? Capitalize(string? input) =>
            input is { Length: > 0 } ? $"{char.ToUpperInvariant(input[0])}{input[1..]}" : input;

        public static string? Default(string? input, string? instead) => input is { Length: > 0 } ? input : instead;
    }
#pragma warning restore CA1034, MA0016
}
