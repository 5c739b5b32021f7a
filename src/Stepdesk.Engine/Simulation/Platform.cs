namespace Stepdesk.Engine.Simulation;

/// <summary>Somebody with an account of the platform, at the browser they use.</summary>
sealed record Student(
    string Account,
    string BrowserId,
    string City,
    string BrowserName,
    string System,
    string Provider,
    string Role = "student"
);

/// <summary>A class of the platform and the hours of the day, local, at which it meets.</summary>
sealed record SchoolClass(string Code, string Course, IReadOnlyList<Student> Students, TimeSpan Opens, TimeSpan Closes)
{
    /// <summary>Whether it meets on Sundays too.</summary>
    public bool Daily { get; init; }

    public bool Meets(DateTime local) =>
        (Daily || local.DayOfWeek is not DayOfWeek.Sunday) && local.TimeOfDay >= Opens && local.TimeOfDay < Closes;
}

/// <summary>The learning platform that is simulated: forty classes with about seven hundred students. Nobody in it exists.</summary>
static class Platform
{
    public const string Host = "denise.example.test";
    public const string Version = "3.18.0";

    public const string SlowClass = "WEB101-HN-2024";
    public const string VideoClass = "JS-ADV-HN-2412";
    public static readonly string[] ExamClasses = ["WEB102-HN", "DATA101-SG", "MOBILE201-HN"];

    static readonly string[] Courses = ["WEB101", "WEB102", "DATA101", "MOBILE201", "PY101", "GAME101", "DESIGN101"];
    static readonly string[] Cities =
    [
        "Hanoi",
        "Hanoi",
        "Ho Chi Minh City",
        "Ho Chi Minh City",
        "Da Nang",
        "Hai Phong",
    ];
    static readonly string[] Browsers = ["Chrome 122.0", "Chrome 122.0", "Chrome 121.0", "Edge 122.0", "Safari 17.3"];
    static readonly string[] Systems = ["Windows 11", "Windows 10", "Windows 10", "Windows 11", "macOS 14"];
    static readonly string[] Providers = ["VNPT", "Viettel", "FPT"];

    public static IReadOnlyList<SchoolClass> Classes { get; } =
    [
        Make(SlowClass, "WEB101", 15, 13, 16) with
        {
            Daily = true,
        },
        Make(ExamClasses[0], "WEB102", 20, 8.25, 11) with
        {
            Daily = true,
        },
        Make(ExamClasses[1], "DATA101", 18, 8.25, 11) with
        {
            Daily = true,
        },
        Make(ExamClasses[2], "MOBILE201", 15, 8.25, 11) with
        {
            Daily = true,
        },
        Make(VideoClass, "JS-ADV", 12, 19, 21.5) with
        {
            Daily = true,
        },
        .. Enumerable.Range(0, 35).Select(Ordinary),
    ];

    public static IReadOnlyList<Student> Students { get; } = [.. Classes.SelectMany(c => c.Students)];

    public static readonly Student Teacher = new(
        "nguyen.van.a",
        "b-teacher-0001",
        "Hanoi",
        "Chrome 122.0",
        "Windows 11",
        "VNPT",
        "teacher"
    );

    // Few meet in the morning, most after school or work.
    static SchoolClass Ordinary(int n)
    {
        var course = Courses[n % Courses.Length];
        var place = n % 2 == 0 ? "HN" : "SG";
        var (opens, closes) = n switch
        {
            < 4 => (9.0, 11.0),
            < 20 => (14.0, 16.0),
            _ => (19.5, 21.5),
        };
        return Make($"{course}-{place}-{2401 + n}", course, 12 + n * 7 % 12, opens, closes);
    }

    static SchoolClass Make(string code, string course, int students, double opens, double closes)
    {
        var people = Enumerable.Range(1, students).Select(n => StudentOf(code, n)).ToList();
        return new(code, course, people, TimeSpan.FromHours(opens), TimeSpan.FromHours(closes));
    }

    // The same people under every seed: what chance decides is what they do.
    static Student StudentOf(string code, int n)
    {
        var about = Draws.Of(0, code, n);
        var machine = about.Below("machine", Browsers.Length);
        return new(
            $"hv.{code.ToLowerInvariant()}.{n:00}",
            $"b-{about.Id("browser")[..10]}",
            code.Contains("-SG", StringComparison.Ordinal)
                ? "Ho Chi Minh City"
                : Cities[about.Below("city", Cities.Length)],
            Browsers[machine],
            Systems[machine],
            Providers[n % Providers.Length]
        );
    }
}
