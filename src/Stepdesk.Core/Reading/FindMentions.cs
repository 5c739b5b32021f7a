namespace Stepdesk.Core.Reading;

/// <summary>Finds numbers that count people, and leaves those that name, measure or date something.</summary>
sealed partial class FindMentions
{
    // Adjectives between a number and its noun.
    const int MostGaps = 4;

    // Above this a number behind "class" counts its students; up to it, it is a grade.
    const int HighestGrade = 12;
    const int LowestErrorCode = 100;

    readonly Passage passage;
    readonly List<Mention> found = [];

    // Classes with a bare number behind them, which count when a table of them was written.
    readonly List<Mention> table = [];

    // Numbers without a noun, of which one says how many it were at first or are left: "lúc đầu 40, giờ còn 3 bạn".
    readonly List<Mention> bare = [];

    FindMentions(Passage passage) => this.passage = passage;

    public static List<Mention> In(Passage passage)
    {
        var finding = new FindMentions(passage);
        for (var at = 0; at < passage.Items.Count; )
            at = finding.Next(at);
        if (finding.table.Count > 1 && passage.Items.Any(i => i.Is(Meaning.Person)))
            finding.found.AddRange(finding.table);
        finding.found.AddRange([.. finding.bare.Where(finding.IsSameStory)]);
        return [.. finding.found.OrderBy(m => m.First)];
    }

    /// <summary>Looks at what begins here, and says where to look next.</summary>
    int Next(int at)
    {
        if (passage[at].Is(Meaning.Alone))
            return Add(new(1, 1, false, false, at, at) { IsHit = true });
        if (Share(at) is { } after)
            return after;
        if (passage[at].Is(TokenKind.Fraction))
            return Fraction(at);
        if (Quantity.At(passage, at) is not { } said)
            return at + 1;
        if (IsName(said) || BelowZero.Is(passage, said))
            return said.Last + 1;
        return Product(said)
            ?? Part(said)
            ?? Counted(said)
            ?? Sized(said)
            ?? Filled(said)
            ?? Judged(said)
            ?? Left(said);
    }

    int Add(Mention mention)
    {
        found.Add(mention);
        return mention.Last + 1;
    }

    /// <summary>Half of my 40 students, 30% trong 100 học viên.</summary>
    int? Share(int at) =>
        Shares.At(passage, at) is { Said: var said, Whole: var all } && Noun(said.Last + 1, said.Low) is { } noun
            ? Add(Mention.Of(said, at, noun) with { IsPart = true, IsHit = true, Whole = all })
        : found is [.., var whole] && Shares.Behind(passage, at, whole) is { } part ? Add(part)
        : null;

    /// <summary>3/20 học viên; not 3/12, a date.</summary>
    int Fraction(int at)
    {
        var (part, whole) = (passage[at].Token.A, passage[at].Token.B);
        return part > 0 && part <= whole && !TimePhrase.Dates(passage[at - 1]) && Noun(at + 1, part) is { } noun
            ? Add(
                new(part, part, false, false, at, noun)
                {
                    IsPart = true,
                    IsHit = true,
                    Whole = whole,
                }
            )
            : at + 1;
    }

    /// <summary>Lesson 3, error 404, at 9, class 5: the number is a name.</summary>
    bool IsName(Quantity said)
    {
        var (before, low) = (passage[said.First - 1], said.Low);
        return before.Is(Meaning.Label) && !IsSmallError(before, low) && !before.Is(Meaning.Each)
            || before.Token.Exact is "at" or "@" or "$" or "€" or "#" && !before.Is(Meaning.Earlier)
            || before.Is(Meaning.Group)
                && low <= HighestGrade
                && passage[said.NumberAt].Is(TokenKind.Number)
                && !IsCounting(passage[said.First - 2]);
    }

    static bool IsSmallError(Item before, int low) => before.Is(Meaning.Broken) && low < LowestErrorCode;

    static bool IsCounting(Item item) =>
        item.Is(Meaning.Each)
        || item.Is(Meaning.Count)
        || item.Is(TokenKind.Number)
        || item.Is(Meaning.Has) && !item.Is(Meaning.Size);

    /// <summary>Two classes of 20, 3 lớp x 18 học viên, 3 x 18 học viên.</summary>
    int? Product(Quantity groups)
    {
        var at = groups.Last + 1;
        var grouped = passage[at].Is(Meaning.Group);
        at += grouped ? 1 : 0;
        return
            (passage[at].Is(Meaning.Times) || grouped && passage[at].Token.Exact is "of")
            && Quantity.At(passage, at + 1) is { } each
            && (
                Noun(each.Last + 1, each.Low)
                ?? (grouped && (Ends(each.Last + 1) || passage[each.Last + 1].Is(Meaning.Fault)) ? each.Last : null)
            )
                is { } last
            ? Add(Mention.Of(each, each.First, last).Times(groups.Low, groups.First, last))
            : null;
    }

    /// <summary>3 trong 20 học viên, 3 students out of the 20.</summary>
    int? Part(Quantity said)
    {
        var start = (Noun(said.Last + 1, said.Low) ?? said.Last) + 1;
        if (!passage[start].Is(Meaning.OutOf))
            return null;
        var at = start;
        while (
            at < start + MostGaps
            && (passage[at].Is(Meaning.OutOf) || passage[at].Is(Meaning.Gap) || passage[at].Is(Meaning.Total))
        )
            at++;
        return
            Quantity.At(passage, at) is { } whole
            && whole.Low >= said.Low
            && (
                Noun(whole.Last + 1, whole.Low)
                ?? (at > said.Last + 2 && Ends(whole.Last + 1) || Begins(said) && IsJudged(whole) ? whole.Last : null)
            )
                is { } last
            ? Add(Mention.Of(said, said.First, last) with { IsPart = true, IsHit = true, Whole = Whole(whole) })
            : null;
    }

    int? Counted(Quantity said)
    {
        var speaker = Speaker.Before(passage, said.First);
        if ((Noun(said.Last + 1, said.Low) ?? Speaker.Others(passage, speaker, said.Last + 1)) is not { } noun)
            return null;
        // "Lỗi trên 3 máy" is on three machines, not on more than three.
        if (passage[noun].Is(Meaning.Machine) && passage[said.First].Is(Meaning.OutOf))
            said = Quantity.At(passage, said.NumberAt) ?? said;
        var mention = Mention.Of(said, said.First, noun);
        if ((speaker ?? Speaker.Behind(passage, noun)) is not { } self)
            return Add(mention);
        // "Only I" was found for itself.
        found.RemoveAll(m => m.First == self);
        return Add(Speaker.With(mention, self));
    }

    static bool IsSeparator(Item item) =>
        item.Is(Meaning.Comma) || item.Is(Meaning.And) || item.Is(Meaning.Plus) || item.Token.Exact is ";";

    /// <summary>In class B, on phones, lớp B.</summary>
    bool IsKind(int at)
    {
        if (
            passage[at].Is(Meaning.At)
            || passage[at].Is(Meaning.OutOf)
            || passage[at].Is(Meaning.Since)
            || passage[at].Token.Bare is "o" or "ben" or "dung" or "xem"
        )
            at++;
        return passage[at].Is(Meaning.Device)
            || passage[at].Is(TokenKind.Code)
            || passage[at].Is(Meaning.Group) && KindNames.At(passage, at + 1) is not null;
    }

    bool Ends(int at) =>
        passage[at] is var item
        && (
            item.Is(TokenKind.Break)
            || item.Is(Meaning.Stop)
            || IsSeparator(item)
            || item.Is(Meaning.Opens)
            || item.Is(Meaning.Closes)
        );

    /// <summary>The last item of whom the number before this item counts; null when it counts no people.</summary>
    int? Noun(int at, int count)
    {
        for (var gaps = 0; gaps <= MostGaps; gaps++, at++)
        {
            var item = passage[at];
            if (item.Is(Meaning.Person) && !IsPartOfNoun(item, count))
                // 15 bạn học viên, 20 tài khoản giáo viên.
                return
                    passage[at + 1] is { End: var end, Start: var start } next
                    && next.Is(Meaning.Person)
                    && end - start > 4
                    && !IsPartOfNoun(next, count)
                    ? at + 1
                    : at;
            if (item.Is(Meaning.Label) && passage[at + 1].Is(TokenKind.Number))
                at++; // 15 grade 5 students
            else if (
                !item.Is(Meaning.Gap)
                && !item.Is(Meaning.Person)
                && !item.Is(TokenKind.Code)
                && !IsAdjective(item, gaps)
            )
                return null;
        }
        return null;
    }

    // 16 fellow teachers: a word nobody knows, unless it is counted itself, as in "two exams students failed".
    static bool IsAdjective(Item item, int gaps) =>
        gaps == 0
        && item.Tongue is Tongue.English
        && item.Is(TokenKind.Word)
        && item.Meanings == default
        && !item.Token.IsStuck
        && !item.Token.Exact.EndsWith('s');

    // Two user stories, five student reports.
    static bool IsPartOfNoun(Item item, int count) =>
        count > 1 && item.Tongue is Tongue.English && SingularNouns.All.Contains(item.Token.Exact);
}
