namespace Stepdesk.Core.Reading;

/// <summary>Numbers without a noun, of which the words around them say whom they count.</summary>
sealed partial class FindMentions
{
    /// <summary>"Sĩ số 30", "class size is 25", "my class of 28".</summary>
    int? Sized(Quantity said)
    {
        var at = said.First - 1;
        if (passage[at].Is(Meaning.Equal) || passage[at].Is(Meaning.Colon))
            at--;
        var isSize = passage[at].Is(Meaning.Size) && !passage[at].Is(Meaning.Has);
        // "The classes of the 18+ block" and "one class of three" tell no size.
        var isOf =
            passage[at] is { Token.Exact: "of", End: var end, Start: var start }
            && end - start == 2
            && passage[at - 1].Is(Meaning.Group)
            && !IsCounting(passage[at - 2])
            && said.Low is not (> 1990 and < 2100);
        return isSize || isOf ? Add(Mention.Of(said, said.First, said.Last) with { IsStock = true }) : null;
    }

    /// <summary>A number alone that somebody can or cannot: "20 students can log in, 10 cannot", "the other 24 get an error".</summary>
    int? Judged(Quantity said)
    {
        if (!Begins(said) || TimePhrase.Dates(passage[said.First - 1]))
            return null;
        var next = said.Last + 1;
        var (isRest, isOf) = (passage[said.First - 1].Is(Meaning.Rest) || passage[next].Is(Meaning.Rest), false);
        while (passage[next].Is(Meaning.Rest) || passage[next].Is(Meaning.Including))
            isOf |= passage[next++].Is(Meaning.Including);
        return (isRest || isOf || IsSomeOf(said)) && Verdicts.BeginsAt(passage, next)
            ? Add(Mention.Of(said, said.First, said.Last) with { IsBreakdown = true })
            : null;
    }

    bool IsJudged(Quantity said) => Verdicts.BeginsAt(passage, said.Last + 1);

    /// <summary>Nothing before it in its clause but whom it is some of.</summary>
    bool Begins(Quantity said) =>
        passage[said.First - 1] is var before
        && (
            before.Clause != passage[said.First].Clause
            || IsSeparator(before)
            || before.Is(Meaning.But)
            || before.Is(Meaning.Only)
            || before.Is(Meaning.Rest)
            || found is [.., { Last: var last }] && last == said.First - 1
        );

    /// <summary>People were counted in its sentence, or how many there are in the one before.</summary>
    bool IsSomeOf(Quantity said) =>
        SameSentence(said) is not null
        || found is [.., var last] && passage[last.Last].Sentence == passage[said.First].Sentence - 1 && IsBase(last);

    static int Whole(Quantity said) => said.High == said.Low ? said.Low : 0;

    /// <summary>As forms are filled in: "Affected students: 15".</summary>
    int? Filled(Quantity said)
    {
        var at = said.First - 1;
        if (!passage[at].Is(Meaning.Colon) && !passage[at].Is(Meaning.Equal) || !Ends(said.Last + 1))
            return null;
        var (about, counts) = (false, false);
        for (var i = at - 1; i >= at - 5 && passage[i].Sentence == passage[at].Sentence; i--)
        {
            var word = passage[i];
            if (word.Is(Meaning.Label) && !IsNumberWord(word))
                return null;
            about |= word.Is(Meaning.Person);
            counts |= IsNumberWord(word) || word.Is(Meaning.Total) || word.Is(Meaning.Fault) && word.Is(Meaning.Gap);
        }
        return counts || about && passage[at].Is(Meaning.Colon)
            ? Add(Mention.Of(said, said.First, said.Last) with { IsHit = true })
            : null;
    }

    static bool IsNumberWord(Item item) => item.Token.Bare is "so" or "number" or "count" or "si" or "quantity";

    /// <summary>A noun said once counts for what follows: "20 học viên lớp A, 18 lớp B".</summary>
    int Left(Quantity said)
    {
        var (before, after) = (passage[said.First - 1], passage[said.Last + 1]);
        var mention = Mention.Of(said, said.First, said.Last);
        if (SameSentence(said) is { } last)
        {
            if (IsSeparator(before) && IsKind(said.Last + 1) || IsBase(last) && after.Is(Meaning.Fault))
                return Add(mention);
            if (passage[last.First - 1].Is(Meaning.Not) && before.Is(Meaning.But))
                return Add(mention with { IsCorrected = true });
        }
        if (IsOfTime(said) && (Ends(said.Last + 1) || passage[said.Last + 1].Is(Meaning.Fault)))
            bare.Add(mention);
        var name = said.First - (passage[said.First - 1].Is(TokenKind.Code) ? 1 : 2);
        if (
            passage[name].Is(TokenKind.Code)
            && passage[name].Sentence == passage[said.First].Sentence
            && Ends(said.Last + 1)
            && (
                name == said.First - 1
                || before.Is(Meaning.Colon)
                || before.Is(Meaning.To)
                || before.Is(Meaning.Opens)
                || before.Is(Meaning.Equal)
                || before.Is(Meaning.Has)
            )
        )
            table.Add(mention);
        return said.Last + 1;
    }

    // Of 20 students, our class has 20 students: what follows counts some of them.
    bool IsBase(Mention mention) =>
        passage[mention.First - 1] is var before && (before.Is(Meaning.OutOf) || before.Is(Meaning.Has));

    Mention? SameSentence(Quantity said) =>
        found is [.., var last] && passage[last.Last].Sentence == passage[said.First].Sentence ? last : null;

    // An hour stands before the word, not behind it: "9 giờ 15".
    bool IsOfTime(Quantity said)
    {
        for (var at = said.First - 1; at >= said.First - 2; at--)
            if (passage[at].Is(Meaning.Left) || passage[at].Is(Meaning.Earlier))
                return true;
            else if (passage[at].Is(Meaning.Now))
                return !passage[at - 1].Is(TokenKind.Number);
            else if (!passage[at].Is(Meaning.But) && !passage[at].Is(Meaning.Has))
                return false;
        return false;
    }

    bool IsSameStory(Mention number)
    {
        var sentence = passage.SentenceOf(number.First);
        return (sentence.Has(Meaning.Left) || sentence.Has(Meaning.Earlier))
            && found.Exists(m => m.First >= sentence.First && m.Last <= sentence.Last);
    }
}
