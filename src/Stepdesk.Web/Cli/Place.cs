using System.CommandLine;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Cli;

/// <summary>Where the desk's data is: two options that every verb takes.</summary>
static class Place
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The data folder.",
        DefaultValueFactory = _ => "./data",
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "A PostgreSQL connection string; without it the embedded database is used.",
        Recursive = true,
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<string?>() is { } database && !Databases.IsPlace(database))
                    result.AddError(
                        "--database must name a PostgreSQL host, such as \"Host=localhost;Database=stepdesk\"."
                    );
            },
        },
    };

    public static SiteOptions Read(ParseResult parsed) => new(parsed.GetRequiredValue(Data), parsed.GetValue(Database));
}
