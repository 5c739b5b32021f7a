using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Simulation;

/// <summary>Whose browser or which machine sent an item, and within which operation.</summary>
sealed record Trip
{
    public static readonly Trip None = new();

    public string Operation { get; init; } = "";
    public string OperationId { get; init; } = "";
    public string Synthetic { get; init; } = "";
    public string Session { get; init; } = "";
    public string Browser { get; init; } = "";
    public Student? Student { get; init; }
    public string Version { get; init; } = Platform.Version;
}

/// <summary>One row of telemetry before it is in a table.</summary>
sealed record Item(TelemetryTable Table, DateTime At, Trip Trip, Role Role, object?[] Own)
{
    public string Parent { get; init; } = "";
    public DynamicBag? Dimensions { get; init; }

    /// <summary>The value of each column, in the table's order.</summary>
    public object?[] Values()
    {
        var row = new object?[Table.Schema.Count];
        var student = Trip.Student;
        var column = 0;
        Put(At);
        Put(Table.ItemType);
        Put(Dimensions);
        Put(Trip.Operation);
        Put(Trip.OperationId);
        Put(Parent);
        Put(Trip.Synthetic);
        Put(Trip.Session);
        Put(Trip.Browser);
        Put(student?.Account ?? "");
        Put(""); // user_AccountId
        Put(Trip.Version);
        Put(Role.IsBrowser ? "Browser" : "PC");
        Put(""); // client_Model
        Put(student?.System ?? "");
        Put("0.0.0.0"); // Azure keeps no address unless told to.
        Put(student?.City ?? "");
        Put(""); // client_StateOrProvince
        Put(student is null ? "" : "Vietnam");
        Put(student?.BrowserName ?? "");
        Put(Role.Name);
        Put(Role.Instance);
        Put(""); // appId
        Put("denise-prod");
        Put(""); // iKey
        Put(Role.IsBrowser ? "javascript:3.3.4" : "node:2.9.5");
        Put(""); // itemId
        Put(1L); // itemCount: nothing is sampled.
        Own.CopyTo(row, column);
        return row;

        void Put(object? value) => row[column++] = value;
    }
}

/// <summary>A part of the platform, and which of its machines.</summary>
sealed record Role(string Name, string Instance)
{
    public const string Web = "denise-web";

    /// <summary>What runs in the customer's browser has no machine of ours.</summary>
    public static readonly Role Browser = new(Web, "");

    public bool IsBrowser => Instance.Length == 0;
}
