using System.Globalization;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Tests;

/// <summary>The tables of docs/kql.md: one hour of a small learning platform, written as text one row a line.</summary>
internal static class SampleTables
{
    public static readonly DateTime Now = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);

    private const string Common =
        "timestamp:datetime, itemType:string, operation_Id:string, operation_Name:string, user_AuthenticatedId:string, customDimensions:dynamic, itemCount:int";

    public static KqlCatalog Catalog { get; } = Build();

    private static KqlCatalog Build() =>
        new KqlCatalog()
            .AddBothWorlds(
                "requests",
                Table(
                    Common + ", name:string, url:string, success:string, resultCode:string, duration:real",
                    """
                    09:00:00 request op1 Lessons lan {"ClassCode":"WEB101"} 1 GET_/lessons https://denise.example.test/lessons/3 True 200 240.5
                    09:05:00 request op2 Submit minh {"ClassCode":"JS-ADV"} 1 POST_/submit https://denise.example.test/submit False 500 15020
                    09:12:00 request op3 Lessons lan {"ClassCode":"WEB101"} 1 GET_/lessons https://denise.example.test/lessons/4 True 200 310
                    09:14:30 request op4 Login - {} 5 POST_/login https://denise.example.test/login False 401 95
                    09:20:00 request op5 Lessons hoa {"ClassCode":"JS-ADV"} 1 GET_/lessons https://denise.example.test/lessons/3 True 200 280
                    09:31:00 request op6 Submit lan {"ClassCode":"WEB101"} 1 POST_/submit https://denise.example.test/submit True 201 1250
                    09:41:00 request op7 Submit hoa {"ClassCode":"JS-ADV"} 1 POST_/submit https://denise.example.test/submit False 503 30010.25
                    09:58:00 request op8 Lessons minh {"ClassCode":"JS-ADV"} 1 GET_/lessons https://denise.example.test/lessons/9 False 404 40
                    """
                )
            )
            .AddBothWorlds(
                "dependencies",
                Table(
                    Common + ", name:string, type:string, target:string, success:string, duration:real",
                    """
                    09:00:00 dependency op1 Lessons lan {} 1 select SQL lessons-db True 120
                    09:05:01 dependency op2 Submit minh {} 1 insert SQL submit-db False 15000
                    09:05:02 dependency op2 Submit minh {} 1 get Redis cache True 3.5
                    09:31:00 dependency op6 Submit lan {} 1 insert SQL submit-db True 900
                    """
                )
            )
            .AddBothWorlds(
                "exceptions",
                Table(
                    Common + ", type:string, message:string, outerMessage:string, severityLevel:int",
                    """
                    09:05:15 exception op2 Submit minh {} 1 InvalidOperationException pool_timeout_expired Timeout_from_the_connection_pool 3
                    09:41:30 exception op7 Submit hoa {} 1 SqlException execution_timeout_expired Execution_Timeout 3
                    """
                )
            )
            .AddBothWorlds(
                "traces",
                Table(
                    Common + ", message:string, severityLevel:int",
                    """
                    09:14:30 trace op4 Login - {} 1 login_rejected:_password_expired 2
                    09:41:00 trace op7 Submit hoa {} 1 slow_query:_30_s 2
                    09:58:00 trace op8 Lessons minh {} 1 cache_warm 1
                    """
                )
            )
            .AddBothWorlds(
                "customEvents",
                Table(
                    "timestamp:datetime, name:string, user_AuthenticatedId:string, customDimensions:dynamic",
                    """
                    09:14:30 Authentication - {"action":"login_failed","reason":"password_expired"}
                    09:31:00 Submitted lan {"action":"submit","score":8}
                    """
                )
            );

    // Cells are separated by blanks; an underscore is a blank inside a cell, a dash an empty one.
    private static KqlTable Table(string columns, string rows)
    {
        var fields = columns.Split(", ").Select(c => c.Split(':')).ToArray();
        var schema = new Schema([
            .. fields.Select(f => new Field(f[0], KqlTypes.TryParse(f[1], out var type) ? type : KqlType.String)),
        ]);
        var builder = new KqlTableBuilder(schema);
        foreach (var line in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            builder.Add([.. line.Split(' ').Select((cell, i) => Cell(schema[i].Type, cell))]);
        }

        return builder.ToTable();
    }

    private static object? Cell(KqlType type, string cell) =>
        type switch
        {
            KqlType.DateTime => Now.Date.Add(TimeSpan.Parse(cell, CultureInfo.InvariantCulture)),
            KqlType.Dynamic => Json.ParseOrText(cell),
            KqlType.Real => double.Parse(cell, CultureInfo.InvariantCulture),
            KqlType.Int => long.Parse(cell, CultureInfo.InvariantCulture),
            _ when cell == "-" => "",
            _ => cell.Replace('_', ' '),
        };
}
