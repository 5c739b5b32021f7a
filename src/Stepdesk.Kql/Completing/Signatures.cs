using Stepdesk.Kql.Binding;

namespace Stepdesk.Kql.Completing;

/// <summary>
/// How each function and each step is written. A question mark stands behind what may be left out, three dots where more
/// of the same may follow.
/// </summary>
public static class Signatures
{
    private const string OfFunctions = """
        abs(number); sign(number); sqrt(number); exp(number); exp2(number); exp10(number); log(number); log2(number); log10(number)
        pow(base, exponent); round(number, digits?); ceiling(number); floor(number, step?); bin(value, step); bin_at(value, step, fixed)
        around(value, centre, distance); pi(); rand(limit?); max_of(value, value, ...); min_of(value, value, ...); not(condition)
        sin(radians); cos(radians); tan(radians); cot(radians); asin(number); acos(number); atan(number); atan2(y, x)
        degrees(radians); radians(degrees); isfinite(number); isinf(number); isnan(number)
        binary_and(a, b); binary_or(a, b); binary_xor(a, b); binary_not(number); binary_shift_left(number, bits)
        binary_shift_right(number, bits); bitset_count_ones(number)
        now(offset?); ago(timespan); ingestion_time(); todatetime(value); totimespan(value); totime(value)
        startofday(datetime, offset?); startofweek(datetime, offset?); startofmonth(datetime, offset?); startofyear(datetime, offset?)
        endofday(datetime, offset?); endofweek(datetime, offset?); endofmonth(datetime, offset?); endofyear(datetime, offset?)
        dayofweek(datetime); dayofmonth(datetime); dayofyear(datetime); hourofday(datetime); monthofyear(datetime); getmonth(datetime)
        getyear(datetime); week_of_year(datetime); weekofyear(datetime); datetime_part(part, datetime); datetime_add(part, amount, datetime)
        datetime_diff(part, later, earlier); datetime_local_to_utc(datetime, zone); datetime_utc_to_local(datetime, zone)
        format_datetime(datetime, format); format_timespan(timespan, format); make_timespan(days_or_hours, minutes?, seconds?, fraction?)
        make_datetime(year, month?, day?, hour?, minute?, second?); unixtime_seconds_todatetime(number)
        unixtime_milliseconds_todatetime(number); unixtime_microseconds_todatetime(number); unixtime_nanoseconds_todatetime(number)
        tostring(value); toint(value); tolong(value); todouble(value); toreal(value); todecimal(value); tobool(value); toboolean(value)
        toguid(value); todynamic(value); tohex(number, width?); gettype(value); hash(value, modulus?); hash_md5(value); hash_sha1(value)
        hash_sha256(value); hash_xxhash64(value, modulus?); new_guid()
        isempty(value); isnotempty(value); isnull(value); isnotnull(value); iff(condition, then, else); iif(condition, then, else)
        case(condition, then, condition, then, ..., else); coalesce(value, ...); toscalar(table); materialize(table)
        column_ifexists(name, default)
        strcat(value, ...); strcat_delim(delimiter, value, ...); strcat_array(array, delimiter); strlen(text); string_size(text)
        substring(text, start, length?); indexof(text, sought, start?, length?, occurrence?); countof(text, sought, kind?)
        indexof_regex(text, regex, start?, length?, occurrence?); split(text, delimiter, index?); trim(regex, text)
        trim_start(regex, text); trim_end(regex, text); tolower(text); toupper(text); reverse(value); strrep(value, times, delimiter?)
        strcmp(a, b); replace_string(text, sought, with); replace_strings(text, sought_array, with_array); replace_regex(text, regex, with)
        translate(from, to, text); extract(regex, group, text, type?); extract_all(regex, groups_or_text, text?)
        extract_json(path, text, type?); regex_quote(text); has_any_index(text, array); isascii(text); isutf8(text)
        make_string(codepoint, ...); to_utf8(text); unicode_codepoints_from_string(text); unicode_codepoints_to_string(codepoint, ...)
        format_bytes(bytes, digits?, unit?); parse_csv(text); parse_xml(text); parse_version(text); parse_path(text); parse_url(text)
        parse_urlquery(text); url_encode(text); url_encode_component(text); url_decode(text)
        base64_encode_tostring(text); base64_decode_tostring(text); base64_encode_fromarray(array); base64_decode_toarray(text)
        base64_encode_fromguid(guid); base64_decode_toguid(text)
        parse_ipv4(ip); parse_ipv4_mask(ip, prefix); parse_ipv6(ip); parse_ipv6_mask(ip, prefix); format_ipv4(ip, prefix?)
        format_ipv4_mask(ip, prefix?); has_ipv4(text, ip); has_any_ipv4(text, ip, ...); has_ipv4_prefix(text, prefix)
        has_any_ipv4_prefix(text, prefix, ...); ipv4_compare(a, b, prefix?); ipv4_is_match(a, b, prefix?); ipv4_is_private(ip)
        ipv4_is_in_range(ip, range); ipv4_is_in_any_range(ip, range, ...); ipv4_netmask_suffix(ip); ipv6_compare(a, b, prefix?)
        ipv6_is_match(a, b, prefix?)
        parse_json(text); dynamic_to_json(value); treepath(value); zip(array, array, ...); repeat(value, times); range(start, stop, step?)
        bag_keys(bag); bag_has_key(bag, key); bag_set_key(bag, key, value); bag_remove_keys(bag, keys); bag_merge(bag, bag, ...)
        bag_zip(keys, values); bag_pack(key?, value?, ...); bag_pack_columns(column, ...); pack(key?, value?, ...)
        pack_dictionary(key?, value?, ...); pack_array(value, ...); pack_all(ignore_empty?)
        array_length(array); array_concat(array, ...); array_slice(array, start, end); array_split(array, indices)
        array_strcat(array, delimiter); array_sum(array); array_reverse(array); array_iff(conditions, then, else)
        array_iif(conditions, then, else); array_index_of(array, sought, start?, length?, occurrence?); array_sort_asc(array, ...)
        array_sort_desc(array, ...); array_rotate_left(array, count); array_rotate_right(array, count)
        array_shift_left(array, count, default?); array_shift_right(array, count, default?)
        set_union(array, array, ...); set_intersect(array, array, ...); set_difference(array, array, ...); set_has_element(array, value)
        set_equals(a, b); jaccard_index(a, b)
        prev(column, offset?, default?); next(column, offset?, default?); row_number(start?, restart?); row_cumsum(number, restart?)
        row_rank_dense(value, restart?); row_rank_min(value, restart?); row_window_session(time, longest, gap, restart?)
        series_add(a, b); series_subtract(a, b); series_multiply(a, b); series_divide(a, b); series_pow(a, b); series_equals(a, b)
        series_not_equals(a, b); series_less(a, b); series_less_equals(a, b); series_greater(a, b); series_greater_equals(a, b)
        series_abs(series); series_sign(series); series_exp(series); series_log(series); series_floor(series); series_ceiling(series)
        series_sin(series); series_cos(series); series_tan(series); series_asin(series); series_acos(series); series_atan(series)
        series_sum(series); series_product(series); series_magnitude(series); series_dot_product(a, b); series_cosine_similarity(a, b)
        series_pearson_correlation(a, b); series_stats(series, ignore_nonfinite?); series_stats_dynamic(series, ignore_nonfinite?)
        series_fill_const(series, constant, missing?); series_fill_forward(series, missing?); series_fill_backward(series, missing?)
        series_fill_linear(series, missing?, edges?, constant?); series_fit_line(series); series_fit_line_dynamic(series)
        series_fir(series, filter, normalize?, centre?); series_iir(series, numerators, denominators)
        """;

    private const string OfAggregates = """
        count(); countif(condition); sum(number); sumif(number, condition); avg(number); avgif(number, condition); min(value)
        minif(value, condition); max(value); maxif(value, condition); dcount(value, accuracy?); dcountif(value, condition, accuracy?)
        count_distinct(value); count_distinctif(value, condition); percentile(number, percent); percentiles(number, percent, ...)
        percentiles_array(number, percent, ...); percentilew(number, weight, percent); percentilesw(number, weight, percent, ...)
        percentilesw_array(number, weight, percent, ...); stdev(number); stdevif(number, condition); stdevp(number)
        stdevpif(number, condition); variance(number); varianceif(number, condition); variancep(number); variancepif(number, condition)
        make_list(value, most?); make_list_if(value, condition, most?); make_list_with_nulls(value); make_set(value, most?)
        make_set_if(value, condition, most?); make_bag(bag, most?); make_bag_if(bag, condition, most?); arg_max(value, column, ...)
        arg_min(value, column, ...); take_any(column, ...); take_anyif(column, condition); binary_all_and(number); binary_all_or(number)
        binary_all_xor(number)
        """;

    private const string OfSteps = """
        where condition; filter condition; project column, name = value, ...; project-away column, ...; project-keep column, ...
        project-rename new = old, ...; project-reorder column, ...; extend name = value, ...; serialize name = value, ...
        summarize aggregate, ... by value, ...; sort by value desc, ...; order by value desc, ...; top count by value desc; take count
        limit count; sample count; sample-distinct count of value; distinct column, ...; count; join kind=inner (table) on column, ...
        lookup kind=leftouter (table) on column, ...; union table, ...; search "text"; parse value with "text" name:type "text" ...
        parse-where value with "text" name:type "text" ...; render timechart; mv-expand column to typeof(type); mv-apply column on (steps)
        make-series aggregate default=0 on time from start to end step timespan by value; top-hitters count of value by number
        top-nested count of value by aggregate; evaluate plugin(arguments); getschema; consume; as name
        """;

    private const string OfSources = """
        let name = value;; print name = value, ...; range name from start to end step step; union table, ...; search "text"
        datatable(name:type, ...)[value, ...]; find where condition
        """;

    private static readonly Dictionary<string, string> ByName = Read(OfFunctions)
        .Concat(Read(OfAggregates))
        .Concat(Read(OfSteps))
        .Concat(Read(OfSources))
        .DistinctBy(s => s.Key)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The aggregates to offer: each under its newest name.</summary>
    internal static IReadOnlyList<string> Aggregates { get; } =
    [.. Read(OfAggregates).Select(s => s.Key).Union(AggregateTable.Names).Except(["cnt", "makelist", "makeset"])];

    /// <summary>Those that are written out here.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The words a query may begin with.</summary>
    internal static IReadOnlyList<string> Sources { get; } = [.. Read(OfSources).Select(s => s.Key)];

    /// <summary>How something is written; null where it is unknown.</summary>
    public static string? Of(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<KeyValuePair<string, string>> Read(string all) =>
        all.Split(["; ", "\n"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(s => KeyValuePair.Create(s[..End(s)], s));

    private static int End(string signature) =>
        signature.IndexOfAny(['(', ' ']) is var end and >= 0 ? end : signature.Length;
}
