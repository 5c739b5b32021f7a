using System.CommandLine;

namespace Stepdesk.Web.Cli;

/// <summary>The command line: every engine has a scriptable door.</summary>
static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Stepdesk, a helpdesk that takes every ticket through seven steps.");
        root.Options.Add(Place.Data);
        root.Options.Add(Place.Database);
        root.Subcommands.Add(Serve.Command());
        root.Subcommands.Add(MailRead.Command());
        return root.Parse(args).InvokeAsync();
    }
}

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
    };

    public static SiteOptions Read(ParseResult parsed) => new(parsed.GetRequiredValue(Data), parsed.GetValue(Database));
}
