using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Operators;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Completing;

/// <summary>What something that is offered is.</summary>
public enum OfferKind
{
    /// <summary>A step behind a pipe.</summary>
    Operator,
    Table,
    Column,

    /// <summary>A name the query itself gave.</summary>
    Let,
    Aggregate,
    Function,

    /// <summary>A word of the language.</summary>
    Word,
}

/// <summary>One thing that could be written.</summary>
/// <param name="Type">Of a column or of what a let holds.</param>
/// <param name="Signature">How a function or a step is written.</param>
public sealed record Offer(string Name, OfferKind Kind, string? Type = null, string? Signature = null);

/// <summary>What could be written at a place, instead of the word that begins at <see cref="Start"/>.</summary>
public sealed record Completion(int Start, IReadOnlyList<Offer> Offers)
{
    /// <summary>Reads the query as far as <paramref name="at"/> and offers what binding it would accept next.</summary>
    internal static Completion Of(string text, int at, KqlCatalog catalog, DateTime now)
    {
        var start = StartOfWord(text, Math.Clamp(at, 0, text.Length));
        if (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            return new Completion(start, []);
        }

        var written = text[..start] + Place.Name;
        var diagnostics = new DiagnosticBag(written);
        var tokens = Lexer.Read(written, diagnostics);
        // In a text or a comment it was not read as a name of its own.
        return new Completion(
            start,
            tokens is [.., { Kind: TokenKind.Name, Text: Place.Name }, _]
                ? [.. OffersAt(start, written, tokens, catalog, now).DistinctBy(o => o.Name)]
                : []
        );
    }

    private static IEnumerable<Offer> OffersAt(
        int start,
        string written,
        IReadOnlyList<Token> tokens,
        KqlCatalog catalog,
        DateTime now
    )
    {
        var before = tokens.Count > 2 ? tokens[^3] : default;
        if (before.Is("|"))
        {
            return OperatorTable.Names.Select(n => new Offer(n, OfferKind.Operator, Signature: Signatures.Of(n)));
        }

        if (before.Is("render") && tokens[^4].Is("|"))
        {
            return Chart.Names.Select(Word);
        }

        if (before.Kind == TokenKind.Literal || before.Is(")") || before.Is("]"))
        {
            return StepWords.After(tokens).Select(Word);
        }

        var diagnostics = new DiagnosticBag(written);
        var place = new Place(start);
        Binder.Bind(Parser.Parse(written, diagnostics), catalog, diagnostics, now, run: null, place);
        // Where one of a few words is wanted, the one that stands there was refused with all of them.
        var choice = diagnostics.ToList().FirstOrDefault(d => d.Code == Messages.ChoiceCode && d.Span.Start == start);
        return choice is not null ? choice.Expected.Select(Word)
            : place.Row is { } row ? ValuesIn(row)
            : place.Tables is { } names ? TablesIn(names, catalog, begins: tokens.Count == 2 || !before.Is("="))
            : before.Kind is TokenKind.Name or TokenKind.QuotedName ? StepWords.After(tokens).Select(Word)
            : [];
    }

    private static IEnumerable<Offer> ValuesIn(Scope scope) =>
        [
            .. scope.Row.Fields.Select(f => new Offer(f.Name, OfferKind.Column, f.Type.Name())),
            .. LetsIn(scope.Names),
            .. scope.Aggregates is null ? [] : Signatures.Aggregates.Select(n => Called(n, OfferKind.Aggregate)),
            .. Functions,
        ];

    // Where a let begins, what it holds may as well be a value.
    private static IEnumerable<Offer> TablesIn(Names names, KqlCatalog catalog, bool begins) =>
        [
            .. LetsIn(names),
            .. catalog.Names.Select(n => new Offer(n, OfferKind.Table)),
            .. Signatures.Sources.Select(n => new Offer(n, OfferKind.Word, Signature: Signatures.Of(n))),
            .. begins ? [] : Functions,
        ];

    private static IEnumerable<Offer> LetsIn(Names names) =>
        names.All.Distinct(StringComparer.Ordinal).Select(n => Let(n, names.Find(n)!));

    private static Offer Let(string name, Meaning meaning) =>
        meaning switch
        {
            ScalarMeaning { Value: not Broken } scalar => new(name, OfferKind.Let, scalar.Value.Type.Name()),
            FunctionMeaning function => new(name, OfferKind.Let, Signature: $"{name}({function.Parameters})"),
            TableMeaning => new(name, OfferKind.Let, "table"),
            _ => new(name, OfferKind.Let),
        };

    private static readonly Offer[] Functions =
    [
        .. FunctionTable
            .Names.Concat(SpecialForms.Names)
            .Order(StringComparer.Ordinal)
            .Select(n => Called(n, OfferKind.Function)),
    ];

    private static Offer Called(string name, OfferKind kind) =>
        new(name, kind, Signature: Signatures.Of(name) ?? $"{name}(...)");

    private static Offer Word(string word) => new(word, OfferKind.Word);

    // Steps have hyphens in their names, behind a pipe alone: elsewhere it is a minus.
    private static int StartOfWord(string text, int at)
    {
        var step = Back(text, at, c => Lexer.IsNamePart(c) || c == '-');
        var blank = Back(text, step, char.IsWhiteSpace);
        if (blank > 0 && text[blank - 1] == '|')
        {
            return step;
        }

        var start = Back(text, at, Lexer.IsNamePart);
        return start > 0 && text[start - 1] == '$' ? start - 1 : start;
    }

    private static int Back(string text, int at, Func<char, bool> over)
    {
        while (at > 0 && over(text[at - 1]))
        {
            at--;
        }

        return at;
    }
}
