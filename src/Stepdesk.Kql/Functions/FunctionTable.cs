using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>All built-in scalar functions by name.</summary>
public static class FunctionTable
{
    private static readonly Dictionary<string, FunctionInfo> ByName = Build();

    public static FunctionInfo? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The names to offer.</summary>
    public static IEnumerable<string> Names => ByName.Values.Where(f => !f.IsAlias).Select(f => f.Name);

    private static Dictionary<string, FunctionInfo> Build()
    {
        var table = new Dictionary<string, FunctionInfo>(StringComparer.Ordinal);
        IEnumerable<FunctionInfo> all =
        [
            .. ConversionFunctions.All,
            .. TextFunctions.All,
            .. PatternFunctions.All,
            .. WebFunctions.All,
            .. Base64Functions.All,
            .. AddressFunctions.All,
            .. HashFunctions.All,
            .. NumberFunctions.All,
            .. BinFunctions.All,
            .. TimeFunctions.All,
            .. DynamicFunctions.All,
            .. JsonPath.All,
            .. XmlText.All,
            .. ArrayFunctions.All,
            .. SetFunctions.All,
            .. SeriesFunctions.All,
            .. SeriesFits.All,
            .. WindowFunctions.All,
            .. SeriesModels.All,
            .. FourierFunctions.All,
            .. Sketches.All,
            .. Probability.All,
            .. CompressedText.All,
            .. CommandLine.All,
            .. UnpublishedFunctions.All,
        ];
        foreach (var function in all)
        {
            table.Add(function.Name, function);
        }

        return table;
    }
}

/// <summary>Short ways to declare functions.</summary>
internal static class Declare
{
    public static FunctionInfo Function(
        string name,
        int least,
        int most,
        Func<Call, Scalar?> bind,
        NameRule names = NameRule.None,
        string prefix = ""
    ) => new(name, least, most, bind) { Names = names, Prefix = prefix };

    /// <summary>Text in, anything out; other types are turned into text first.</summary>
    public static FunctionInfo Text<TR>(
        string name,
        KqlType result,
        Func<string, Maybe<TR>> f,
        NameRule names = NameRule.None,
        string prefix = ""
    ) => Function(name, 1, 1, c => Scalar.Fold(new Map<string, TR>(result, c.Text(0), f)), names, prefix);

    public static FunctionInfo Real(string name, Func<double, double> f, NameRule names = NameRule.FirstArgument) =>
        Function(
            name,
            1,
            1,
            c => Scalar.Fold(new Map<double, double>(KqlType.Real, c.As(0, KqlType.Real), v => f(v))),
            names
        );

    public static FunctionInfo Instant(string name, KqlType result, Func<long, Maybe<long>> f) =>
        Function(name, 1, 1, c => Scalar.Fold(new Map<long, long>(result, c.As(0, KqlType.DateTime), f)));

    /// <summary>Boxed values in and out, for the long tail.</summary>
    public static FunctionInfo Many(
        string name,
        int least,
        int most,
        KqlType result,
        Func<object?[], object?> f,
        NameRule names = NameRule.None,
        string prefix = ""
    ) => Function(name, least, most, c => MapMany.Of(result, [.. c.Arguments], f), names, prefix);
}
