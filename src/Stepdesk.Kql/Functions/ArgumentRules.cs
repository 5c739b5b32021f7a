using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Functions;

/// <summary>What whole families of functions refuse, so that each need not.</summary>
internal static class ArgumentRules
{
    public static void Check(Call call)
    {
        if (call.Count == 0)
        {
            return;
        }

        if (WorksOnArrays(call.Name) && call[0].Type != KqlType.Dynamic)
        {
            call.Fail(Messages.DynamicNeeded(call.Syntax[0].Span, call.Name + "()", call[0].Type.Name()));
        }

        if (call.Name is "pack" or "bag_pack" or "pack_dictionary" && call.Count % 2 != 0)
        {
            call.Fail(Messages.ArgumentCount(call.Span, call.Name, "2, 4, 6...", call.Count));
        }

        if (call.Name.StartsWith("hash", StringComparison.Ordinal) && call[0].Type == KqlType.Dynamic)
        {
            call.Fail(Messages.DynamicKey(call.Syntax[0].Span, call.Name + "()", call.TextOf(0)));
        }

        if (call.Name is "format_datetime" or "format_timespan")
        {
            CheckFormat(call);
        }
    }

    private static void CheckFormat(Call call)
    {
        if (!call[1].IsConstant)
        {
            call.Fail(Messages.ConstantNeeded(call.Syntax[1].Span, "format"));
        }
        else if (call[1].Type != KqlType.String)
        {
            call.Fail(Messages.ArgumentType(call.Syntax[1].Span, call.Name, "string", call[1].Type.Name()));
        }
    }

    private static bool WorksOnArrays(string name) =>
        name is "strcat_array" or "array_strcat" or "treepath" or "zip" or "jaccard_index"
        || name.StartsWith("array_", StringComparison.Ordinal)
        || name.StartsWith("set_", StringComparison.Ordinal)
        || (name.StartsWith("bag_", StringComparison.Ordinal) && name is not ("bag_pack" or "bag_pack_columns"));
}
