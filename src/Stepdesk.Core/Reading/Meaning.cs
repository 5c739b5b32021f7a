namespace Stepdesk.Core.Reading;

/// <summary>What a word can mean to a reader. One word may mean several things; its neighbours decide.</summary>
enum Meaning
{
    // Numbers
    /// <summary>A number word; its value is the number.</summary>
    Count,

    /// <summary>Ten, a dozen, hundred, thousand: multiplies what stands before.</summary>
    Scale,

    /// <summary>A few.</summary>
    Few,

    /// <summary>At least its value, without an end: dozens.</summary>
    Many,
    Over,
    AtLeast,
    Under,
    AtMost,
    About,

    /// <summary>Behind a number: or more.</summary>
    Upward,

    /// <summary>A part of a whole: half. Its value is ten times the part, and the whole: 12, two thirds 23.</summary>
    Share,
    From,
    To,
    Or,
    And,
    Comma,
    Plus,
    Times,
    Equal,
    Colon,
    Opens,
    Closes,
    Stop,

    // People
    Person,

    /// <summary>Machines: something can also happen on one.</summary>
    Machine,

    /// <summary>A class, a team, a campus.</summary>
    Group,

    /// <summary>A number behind it is a name: lesson 3, error 404.</summary>
    Label,

    /// <summary>May stand between a number and whom it counts.</summary>
    Gap,

    /// <summary>By which people are told apart: web, phone.</summary>
    Device,
    Each,
    OutOf,
    Including,
    WholeGroup,
    Everyone,
    Alone,

    /// <summary>"Not only me": takes the words for one that it holds out of their meaning.</summary>
    OnlyMore,
    Rest,
    Has,

    /// <summary>How many there are, of whom something may be said: "sĩ số", "I teach".</summary>
    Size,

    /// <summary>What one asks the desk for, not what one has trouble with when a number of them is needed.</summary>
    Account,
    Total,

    // What is said about it
    Not,
    But,
    Correction,
    Now,

    /// <summary>How it was at first, which may no longer hold.</summary>
    Earlier,

    /// <summary>Whom it still hits: "chỉ còn", down to.</summary>
    Left,

    /// <summary>Not more than these: "only 5 can".</summary>
    Only,
    Fault,

    /// <summary>A fault that nobody reports without having it.</summary>
    Broken,
    Works,

    /// <summary>With what they do it says that people can: "can", "able to".</summary>
    Able,
    Outage,

    /// <summary>With what they cannot do it is an outage: "nobody can log in".</summary>
    Nobody,

    /// <summary>What is down for everybody when it is down.</summary>
    Machinery,
    Down,

    // Time
    At,
    Hour,
    Minute,
    Day,
    Week,
    HalfHour,
    AmPm,
    DayPart,
    DayRef,
    Weekday,
    MonthName,
    MonthWord,
    YearWord,
    DateWord,
    NextWeek,
    ThisWeek,
    Next,
    This,
    EndOf,
    EndOfDay,
    Noon,
    Midnight,

    /// <summary>Whose clock: UTC, giờ Hà Nội. Its value is in <see cref="ZoneWords"/>.</summary>
    Zone,
    Within,
    Ahead,
    Ago,
    Before,
    Due,
    Moved,
    Since,
    Past,
    Need,
    NoNeed,
    Ask,
    Promise,
    Schedule,

    // What it is about
    Work,

    /// <summary>To give somebody an account or a place: create, enroll, "cấp", "thêm".</summary>
    Grant,

    /// <summary>Work that is done at the time it is asked for: "set up the room at 9".</summary>
    Arrange,
    Feature,
    Wish,
    Urgent,
}

/// <summary>A set of meanings.</summary>
readonly record struct Meanings(UInt128 Bits)
{
    public bool Has(Meaning meaning) => (Bits >> (int)meaning & 1) != 0;

    public static Meanings operator |(Meanings one, Meanings other) => new(one.Bits | other.Bits);

    public static implicit operator Meanings(Meaning meaning) => new(UInt128.One << (int)meaning);
}
