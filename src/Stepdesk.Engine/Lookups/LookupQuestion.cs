using System.Text.RegularExpressions;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Lookups;

/// <summary>What is asked of a system: a checked value for each of its parameters, empty where none was said.</summary>
public sealed partial record LookupQuestion(IReadOnlyList<string> Values)
{
    /// <summary>Characters a value may have; one that is longer was pasted by mistake.</summary>
    public const int Longest = 200;

    /// <summary>The system has no parameter of this name; said to programs.</summary>
    public static readonly Refusal ParameterUnknown = new("lookup-parameter-is-unknown");
    public static readonly Refusal Missing = new("lookup-value-is-missing");
    public static readonly Refusal TooLong = new("lookup-value-is-too-long");
    public static readonly Refusal NoEmail = new("lookup-value-is-no-email");
    public static readonly Refusal NoNumber = new("lookup-value-is-no-number");
    public static readonly Refusal NoCode = new("lookup-value-is-no-code");

    /// <summary>It has not the form the administrator asks for, or would lead to another place of the system.</summary>
    public static readonly Refusal Unfit = new("lookup-value-does-not-fit");

    /// <summary>The question these values ask, or why it cannot be asked.</summary>
    /// <param name="said">Values by the names of parameters.</param>
    /// <param name="language">In which the refusal names the parameter.</param>
    public static (LookupQuestion? Question, Refusal? Refusal) Read(
        IReadOnlyList<LookupParameter> parameters,
        IReadOnlyDictionary<string, string?> said,
        Language language
    )
    {
        if (said.Keys.FirstOrDefault(name => parameters.All(p => p.Name != name)) is { } unknown)
            return (
                null,
                ParameterUnknown with
                {
                    Detail = $"{unknown} ≠ {string.Join(", ", parameters.Select(p => p.Name))}",
                }
            );
        var values = parameters.Select(p => Plain.Line(said.GetValueOrDefault(p.Name))).ToList();
        var wrong = parameters
            .Zip(values, (parameter, value) => WhyNot(parameter, value, language))
            .FirstOrDefault(r => r is not null);
        return wrong is null ? (new(values), null) : (null, wrong);
    }

    /// <summary>The refusal of a value, naming its parameter.</summary>
    internal static Refusal About(Refusal refusal, LookupParameter parameter, Language language) =>
        refusal with
        {
            Detail = parameter.Example is { } example
                ? $"{parameter.Title.In(language)} ({example})"
                : parameter.Title.In(language),
        };

    static Refusal? WhyNot(LookupParameter parameter, string value, Language language)
    {
        var refusal =
            value.Length == 0
                ? parameter.IsOptional
                    ? null
                    : Missing
                : value.Length > Longest
                    ? TooLong
                    : parameter.Kind switch
                    {
                        ParameterKind.Email when !EmailForm().IsMatch(value) => NoEmail,
                        ParameterKind.Number when !NumberForm().IsMatch(value) => NoNumber,
                        ParameterKind.Code when !CodeForm().IsMatch(value) => NoCode,
                        _ => parameter.Form is { } form && !form.IsMatch(value) ? Unfit : null,
                    };
        return refusal is null ? null : About(refusal, parameter, language);
    }

    [GeneratedRegex(
        @"^[^\s@/\\?#&<>""]{1,64}@[^\s@/\\?#&<>""]+\.[^\s@/\\?#&<>"".]+\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^-?[0-9]{1,18}\z", RegexOptions.NonBacktracking)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex CodeForm();
}
