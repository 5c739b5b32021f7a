using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;
using Stepdesk.Engine;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Cli;

/// <summary>The engine without a site, for one verb; works beside a running desk as well as on a stopped one.</summary>
sealed class Tool : IAsyncDisposable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly ServiceProvider services;

    Tool(SiteOptions options)
    {
        Options = options;
        services = new ServiceCollection()
            .AddLogging()
            .AddEngine(options.Connection)
            .AddKeeping(new DataFolder(options.DataFolder))
            .AddSingleton<IMailOut, Drawer>()
            .BuildServiceProvider();
    }

    public SiteOptions Options { get; }

    /// <summary>For verbs that may find nothing: the database is made, and brought up to date.</summary>
    public static async Task<Tool> MakeAsync(ParseResult parsed, CancellationToken stop)
    {
        var tool = new Tool(Place.Read(parsed));
        DataFolder.Make(tool.Options.DataFolder);
        await using var db = await tool.DatabaseAsync(stop);
        await db.UpgradeAsync(stop);
        return tool;
    }

    /// <summary>For verbs that look at a desk: there must be one, as this program knows it. Nothing is changed.</summary>
    public static async Task<Tool> OpenAsync(ParseResult parsed, CancellationToken stop)
    {
        var tool = new Tool(Place.Read(parsed));
        if (!Databases.IsPostgres(tool.Options.Connection) && !File.Exists(FileOf(tool.Options.Connection)))
            throw NoDesk(tool.Options);
        await using var db = await tool.DatabaseAsync(stop);
        return await db.SchemaAsync(stop) switch
        {
            Schema.Current => tool,
            Schema.Missing => throw NoDesk(tool.Options),
            Schema.Older => throw new TroubleException(
                "This database is older than this program. Back it up with the version that wrote it, then run 'stepdesk migrate'."
            ),
            _ => throw new TroubleException("This database was upgraded by a newer Stepdesk. Run that version."),
        };
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Db> DatabaseAsync(CancellationToken stop) => Get<IDbContextFactory<Db>>().CreateDbContextAsync(stop);

    /// <summary>Prints one line of JSON.</summary>
    public static Task PrintAsync(object said) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(said, Json));

    /// <summary>Says why not, in one line.</summary>
    public static async Task<int> RefuseAsync(Refusal refusal)
    {
        await Commands.SayAsync(Text.Of(refusal, Language.En));
        return Commands.Failed;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    static string FileOf(string connection) => new SqliteConnectionStringBuilder(connection).DataSource;

    static TroubleException NoDesk(SiteOptions options) =>
        Checkpoints.Lost(new DataFolder(options.DataFolder))
        ?? new(
            $"There is no desk in {options.DataFolder}. Start one with 'stepdesk serve', or name its place with --data or --database."
        );
}
