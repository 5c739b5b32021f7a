using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Bench;

/// <summary>A column of texts: each text once, and which of them each row has.</summary>
sealed record Coded(string[] Texts, int[] Of)
{
    public string this[int row] => Texts[Of[row]];
}

/// <summary>Requests of one day and the exceptions of some of them, the same for the same seed.</summary>
sealed class ManyRequests
{
    public static readonly DateTime Start = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    public required long[] Timestamps { get; init; }
    public required double[] Durations { get; init; }
    public required UInt128[] Operations { get; init; }
    public required Coded Names { get; init; }
    public required Coded Codes { get; init; }
    public required Coded Success { get; init; }
    public required Coded Urls { get; init; }
    public required Coded Users { get; init; }
    public required Coded Dimensions { get; init; }
    public required UInt128[] Exceptions { get; init; }
    public required Coded Types { get; init; }

    public static UInt128 Operation(int n) =>
        new((ulong)n * 0x9E3779B97F4A7C15UL, (ulong)(n + 1) * 0xBF58476D1CE4E5B9UL);

    public static string OperationText(int n) => Text(Operation(n));

    public static string Text(UInt128 operation) => operation.ToString("x32", null);

    public static ManyRequests Make(int rows, int seed)
    {
#pragma warning disable CA5394 // Figures of a bench, nothing secret.
        var random = new Random(seed);
        string[] names =
        [
            "GET Class/Content",
            "GET Lesson/View",
            "GET Assignment/List",
            "POST Assignment/Submit",
            "POST Quiz/Start",
            "GET User/Profile",
            "POST Notification/Poll",
        ];
        string[] codes = ["200", "201", "401", "404", "500", "503", "504"];
        var urls = names
            .SelectMany(n => Enumerable.Range(0, 600).Select(i => $"https://denise.example.test/{n.Split(' ')[1]}/{i}"))
            .ToArray();
        var users = Enumerable.Range(0, 700).Select(i => $"user{i}").ToArray();
        var dimensions = Enumerable
            .Range(0, 40)
            .SelectMany(c => Enumerable.Range(0, 50).Select(l => $$"""{"ClassCode":"C{{c}}","LessonId":"L{{l}}"}"""))
            .ToArray();
        var name = Column(names, _ => random.Next(names.Length));
        var code = Column(codes, _ => random.Next(100) < 93 ? random.Next(2) : 2 + random.Next(5));
        var operations = Enumerable.Range(0, rows).Select(i => Operation(i / 2)).ToArray();
        var exceptions = Enumerable.Range(0, rows / 50).Select(_ => operations[random.Next(rows)]).ToArray();
        var made = new ManyRequests
        {
            Timestamps = [.. Enumerable.Range(0, rows).Select(i => Start.Ticks + (i * (TimeSpan.TicksPerDay / rows)))],
            Durations =
            [
                .. Enumerable.Range(0, rows).Select(_ => Math.Round(Math.Exp(5 + (random.NextDouble() * 4)), 1)),
            ],
            Operations = operations,
            Names = name,
            Codes = code,
            Success = Column(["True", "False"], i => code.Of[i] < 2 ? 0 : 1),
            Urls = Column(urls, i => (name.Of[i] * 600) + random.Next(600)),
            Users = Column(users, _ => random.Next(users.Length)),
            Dimensions = Column(dimensions, _ => random.Next(dimensions.Length)),
            Exceptions = exceptions,
            Types = new Coded(
                ["SqlException", "TimeoutException", "InvalidOperationException"],
                [.. exceptions.Select(_ => random.Next(3))]
            ),
        };
#pragma warning restore CA5394
        return made;

        Coded Column(string[] texts, Func<int, int> of) => new(texts, [.. Enumerable.Range(0, rows).Select(of)]);
    }

    public KqlCatalog ToCatalog()
    {
        var requests = new KqlTableBuilder(
            new Schema([
                new Field("timestamp", KqlType.DateTime),
                new Field("name", KqlType.String),
                new Field("success", KqlType.String),
                new Field("resultCode", KqlType.String),
                new Field("duration", KqlType.Real),
                new Field("url", KqlType.String),
                new Field("operation_Id", KqlType.String),
                new Field("user_AuthenticatedId", KqlType.String),
                new Field("customDimensions", KqlType.Dynamic),
            ])
        );
        var bags = Array.ConvertAll(Dimensions.Texts, Json.ParseOrText);
        for (var i = 0; i < Timestamps.Length; i++)
        {
            requests.Add(
                new DateTime(Timestamps[i], DateTimeKind.Utc),
                Names[i],
                Success[i],
                Codes[i],
                Durations[i],
                Urls[i],
                Text(Operations[i]),
                Users[i],
                bags[Dimensions.Of[i]]
            );
        }

        var exceptions = new KqlTableBuilder(
            new Schema([new Field("operation_Id", KqlType.String), new Field("type", KqlType.String)])
        );
        for (var i = 0; i < Exceptions.Length; i++)
        {
            exceptions.Add(Text(Exceptions[i]), Types[i]);
        }

        var catalog = new KqlCatalog();
        catalog.Add("requests", requests.ToTable());
        catalog.Add("exceptions", exceptions.ToTable());
        return catalog;
    }
}
