using Stepdesk.Core.Words;

namespace Stepdesk.Core.Reading;

/// <summary>Tells the language of a text by its words; a name with marks does not make an English mail Vietnamese.</summary>
static class Tongues
{
    // Below this share of words with marks their writer leaves marks out.
    const int OneIn = 6;

    /// <summary>The tongue of each token: of its line, or of all where the line does not tell.</summary>
    public static Tongue[] OfLines(List<Token> tokens, Language? otherwise)
    {
        var (all, tongues) = (new Tally(tokens).Tongue ?? Undecided(otherwise), new Tongue[tokens.Count]);
        for (var first = 0; first < tokens.Count; )
        {
            var end = tokens.FindIndex(first, t => t.Kind is TokenKind.Break) is >= 0 and var found
                ? found + 1
                : tokens.Count;
            Array.Fill(tongues, new Tally(tokens[first..end]).Tongue ?? all, first, end - first);
            first = end;
        }
        return tongues;
    }

    static Tongue Undecided(Language? language) =>
        language is Language.Vi ? Tongue.VietnameseWithoutMarks : Tongue.English;

    /// <summary>The language of a whole mail, for the sentences about it.</summary>
    public static Language Of(List<Token> subject, List<Token> text) =>
        new Tally([.. subject, .. text]).Tongue is Tongue.Vietnamese or Tongue.VietnameseWithoutMarks
            ? Language.Vi
            : Language.En;

    /// <summary>Words that speak for a language.</summary>
    sealed class Tally
    {
        readonly int marked;
        readonly int bare;
        readonly int english;
        readonly int all;

        public Tally(List<Token> tokens)
        {
            foreach (var token in tokens.Where(t => t.Kind is TokenKind.Word))
            {
                all++;
                if (token.Exact != token.Bare)
                    marked++;
                else if (Vietnamese.Contains(token.Exact))
                    bare++;
                else if (English.Contains(token.Exact))
                    english++;
            }
        }

        /// <summary>Null when as much speaks for the one as for the other.</summary>
        public Tongue? Tongue =>
            marked + bare > english || marked > 0 && marked + bare == english
                ? marked * OneIn > all
                    ? Reading.Tongue.Vietnamese
                    : Reading.Tongue.VietnameseWithoutMarks
                : marked + bare < english
                    ? Reading.Tongue.English
                    : null;
    }

    static readonly HashSet<string> Vietnamese =
    [
        .. """
            em anh chi thay co ban lop hoc vien sinh giao khong ko duoc dc bi loi vao cua va la nhe voi cho truoc
            trong tai khoan khau gui giup ho tro xin chao nho nguoi dung cac nay mai chieu toi ngay
            gio tuan thu het han bao cao nop bai xem hien dang roi nua cung ca nhung moi phut hoi dang nhap lai
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    static readonly HashSet<string> English =
    [
        .. """
            the is are was were and of for with we our you your my they have has had can cannot can't not please this
            that it in on at to from need needs students student users user class report by before all hello hi dear
            thanks regards team since who when there been be will would could do does don't an as their everyone
            nobody login account accounts error page system down within tomorrow today people us me just only
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];
}
