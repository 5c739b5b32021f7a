namespace Stepdesk.Engine.Simulation;

/// <summary>Something people do on the platform: how often, how long it takes as a rule, and what it does behind.</summary>
/// <param name="Share">Of the page actions in a lesson.</param>
/// <param name="Half">Milliseconds half of them stay below.</param>
/// <param name="Most">Milliseconds nineteen of twenty stay below.</param>
sealed record Operation(string Name, double Share, double Half, double Most, string Role, string Query)
{
    public static readonly Operation Content = new(
        "GET Class/Content",
        .34,
        1500,
        2600,
        "denise-api",
        "select lesson, progress from lesson_progress where class = @class"
    );
    public static readonly Operation Lesson = new(
        "GET Lesson/View",
        .22,
        1200,
        2200,
        "denise-api",
        "select * from lessons where id = @id"
    );
    public static readonly Operation Assignments = new(
        "GET Assignment/List",
        .12,
        900,
        1700,
        "submission-api",
        "select id, title, due from assignments where class = @class"
    );
    public static readonly Operation Submit = new(
        "POST Assignment/Submit",
        .06,
        1100,
        2100,
        "submission-api",
        "insert into submissions (assignment, student, content) values (@a, @s, @c)"
    );
    public static readonly Operation Quiz = new(
        "POST Quiz/Start",
        .06,
        800,
        1500,
        "denise-api",
        "select * from questions where quiz = @quiz"
    );
    public static readonly Operation Profile = new(
        "GET User/Profile",
        .10,
        180,
        420,
        "denise-api",
        "select * from users where account = @account"
    );
    public static readonly Operation Poll = new(
        "GET Notification/Poll",
        .10,
        60,
        160,
        "denise-api",
        "select count(*) from notifications where account = @account and seen is null"
    );
    public static readonly Operation Login = new(
        "POST Auth/Login",
        0,
        220,
        480,
        "auth-api",
        "select id, hash, expires from accounts where name = @name"
    );
    public static readonly Operation Video = new(
        "GET Video/Stream",
        0,
        200,
        600,
        "video-gateway",
        "select asset, expires from signed_urls where id = @id"
    );

    static readonly Operation[] OfLessons = [Content, Lesson, Assignments, Submit, Quiz, Profile, Poll];

    /// <summary>Whether the class's own data is read or written.</summary>
    public bool OnClassData =>
        this == Content || this == Lesson || this == Assignments || this == Submit || this == Quiz;

    /// <summary>Whether a page is shown; polls and videos happen within one.</summary>
    public bool IsPage => this != Poll && this != Video && this != Login;

    public string Url => $"https://{Platform.Host}/{Path}";

    /// <summary>The path, without the verb.</summary>
    public string Path => Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    public static Operation Drawn(double unit)
    {
        foreach (var operation in OfLessons)
            if ((unit -= operation.Share) < 0)
                return operation;
        return Poll;
    }
}
