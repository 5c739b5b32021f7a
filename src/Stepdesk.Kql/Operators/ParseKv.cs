using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>Columns from the keys and values in a text.</summary>
public sealed record ParseKvOperator(Expression Value, IReadOnlyList<SchemaPart> Keys, PairForm Form, Span FormSpan)
    : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var value = parser.ParseExpression();
        IReadOnlyList<SchemaPart> keys = [];
        if (parser.Expect("as") && parser.Expect("("))
        {
            keys = parser.ParseSchema();
            parser.Expect(")");
        }

        var form = new PairForm();
        var span = parser.Current.Span;
        if (parser.Accept("with") && parser.Expect("("))
        {
            form = ReadForm(parser, form);
        }

        return new ParseKvOperator(value, keys, form, span);
    }

    private static PairForm ReadForm(Parser parser, PairForm form)
    {
        do
        {
            if (parser.Current.Is(")"))
            {
                break;
            }

            var name = parser.ParseChoice(
                "part",
                "pair_delimiter",
                "kv_delimiter",
                "quote",
                "escape",
                "regex",
                "greedy"
            );
            parser.Expect("=");
            var value = parser.Next();
            var text = value.Value as string ?? "";
            form = name switch
            {
                "pair_delimiter" => form with { Between = text },
                "kv_delimiter" => form with { Inside = text },
                "regex" => form with { Pattern = text },
                "greedy" => form with { IsGreedy = value.Value is true },
                "quote" when text.Length > 0 => form with { Quotes = [.. form.Quotes, (text[0], text[^1])] },
                "escape" when text.Length > 0 => form with { Escapes = [.. form.Escapes, text[0]] },
                _ => form,
            };
        } while (parser.Accept(","));

        parser.Expect(")");
        return form;
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var value = Value.Bind(binder, scope);
        if (value is Broken)
        {
            return source;
        }

        var regex = Form.Pattern.Length > 0 ? TextTests.Pattern(Form.Pattern) : null;
        if (Form.Pattern.Length > 0 && regex?.GetGroupNumbers().Length != 3)
        {
            binder.Diagnostics.Add(
                regex is null ? Messages.BadRegex(FormSpan, Form.Pattern) : Messages.TwoGroups(FormSpan)
            );
            return source;
        }

        var names = Keys.Select(k => k.Name).ToArray();
        Func<string, IReadOnlyDictionary<string, string>> read = regex is null
            ? text => KeyValues.Read(text, Form, names)
            : text => KeyValues.Read(text, regex);
        var found = new Map<string, object?>(
            KqlType.Dynamic,
            Conversions.To(KqlType.String, value),
            text => Bag(read(text), names)
        );

        var output = new OutputNames(binder.Diagnostics);
        output.AddAll(source.Schema);
        foreach (var key in Keys)
        {
            output.Add(
                key.Name,
                null,
                Conversions.To(key.Type, DynamicFunctions.Element(found, new Constant(KqlType.String, key.Name))),
                replace: true
            );
        }

        return new ProjectPlan(source, output.Schema, output.Values);
    }

    private static DynamicBag Bag(IReadOnlyDictionary<string, string> values, string[] names)
    {
        var bag = new DynamicBag();
        foreach (var name in names)
        {
            bag[name] = values.GetValueOrDefault(name);
        }

        return bag;
    }
}
