using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Functions;

/// <summary>Functions whose values come from an algorithm that is not published: no number is made up for them.</summary>
internal static class UnpublishedFunctions
{
    private static readonly string[] ByName =
    [
        "series_decompose_anomalies",
        "series_outliers",
        "series_periods_detect",
        "series_periods_validate",
        "series_fit_2lines",
        "series_fit_2lines_dynamic",
        "hash_many",
        "hash_combine",
        "zlib_compress_to_base64_string",
        "gzip_compress_to_base64_string",
        "parse_user_agent",
    ];

    public static IEnumerable<FunctionInfo> All { get; } =
        ByName.Select(name =>
            Declare.Function(
                name,
                1,
                64,
                c =>
                {
                    c.Fail(Messages.Unpublished(c.Span, name));
                    return null;
                }
            ) with
            {
                IsAlias = true,
            }
        );
}
