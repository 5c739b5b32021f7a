using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data.Postgres;
using Stepdesk.Engine.Data.Sqlite;

namespace Stepdesk.Tests;

/// <summary>What holds for the whole house and no compiler checks.</summary>
public sealed partial class HouseRulesTests
{
    /// <summary>How long a file may be; of several paths the longest counts. What must be longer says why here.</summary>
    static readonly (string Path, int Lines, string Because)[] Longest =
    [
        ("src/", 300, "the next reader stays near one screen"),
        ("src/Stepdesk.Engine/Demo/", 450, "a told story, not logic"),
        ("tests/", 400, "the stories of one thing are told in one place"),
        ("bench/", 400, "a benchmark is read with what it compares"),
    ];

    /// <summary>Whose addresses may be written down. Sample desks and people live at names that can never exist.</summary>
    static readonly string[] KnownHosts =
    [
        "0.0.0.0",
        "127.0.0.1",
        "localhost",
        "adaptivecards.io",
        "adlnet.gov",
        "api.applicationinsights.io",
        "api.loganalytics.azure.com",
        "api.loganalytics.io",
        "dotnet.microsoft.com",
        "github.com",
        "json-schema.org",
        "learn.microsoft.com",
        "w3id.org",
        "www.w3.org",
        // Names of what a workbook is made of.
        "schemas.openxmlformats.org",
        "opentelemetry.io",
    ];

    static readonly string[] PermissiveLicences =
    [
        "MIT",
        "Apache-2.0",
        "Apache-2.0 OR MS-PL",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "PostgreSQL",
        "MPL-2.0", // axe, in tests only: copyleft stays within its own files
    ];

    [Fact]
    public void Files_are_short() =>
        Assert.Empty(
            from file in Repository.Files
            where Path.GetExtension(file) is ".cs" or ".razor" && !Repository.IsGenerated(file)
            let rule = Longest.Where(r => file.StartsWith(r.Path, StringComparison.Ordinal)).MaxBy(r => r.Path.Length)
            let lines = Repository.Read(file).Count(c => c is '\n')
            where lines > rule.Lines
            select $"{file} has {lines} lines, more than {rule.Lines}"
        );

    [Fact]
    public void Nobody_asks_the_machine_for_the_time() =>
        Assert.Empty(
            from file in Repository.Sources
            from Match asks in MachineTime().Matches(Repository.Read(file))
            select $"{file}: {asks.Value}; ask the TimeProvider that was passed in"
        );

    // A misspelt property of the project is no error: the program then kept a heap for each core, unnoticed.
    [Fact]
    public void The_program_keeps_one_heap() =>
        Assert.Contains(
            "\"System.GC.Server\": false",
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "stepdesk.runtimeconfig.json")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Types_are_called_what_they_are() =>
        Assert.Empty(
            from file in Repository.Files
            where file.EndsWith(".cs", StringComparison.Ordinal)
            from Match type in EmptyName().Matches(Repository.Read(file))
            select $"{file}: {type.Value}"
        );

    [Fact]
    public void Both_databases_have_a_migration_for_every_change_of_the_model()
    {
        using var one = Sqlite();
        using var other = Postgres();

        Assert.False(one.Database.HasPendingModelChanges(), "SQLite: make migration NAME=…");
        Assert.False(other.Database.HasPendingModelChanges(), "PostgreSQL: make migration NAME=…");
        Assert.Equal(Names(one), Names(other));

        static IEnumerable<string> Names(DbContext db) =>
            db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void The_compiled_models_are_those_the_source_describes()
    {
        using var one = Sqlite();
        using var other = Postgres();

        // The line that differs says what "make model" has to be run for.
        foreach (var db in (DbContext[])[one, other])
            Assert.Equal(Lines(Described(db)), Lines(db.Model));

        static IModel Described(DbContext db) =>
            db.GetService<IModelRuntimeInitializer>()
                .Initialize(db.GetService<IDesignTimeModel>().Model, designTime: false);

        static IEnumerable<string> Lines(IModel model) =>
            model
                .GetEntityTypes()
                .SelectMany(entity =>
                    entity
                        .ToDebugString(
                            MetadataDebugStringOptions.ShortDefault | MetadataDebugStringOptions.IncludeAnnotations
                        )
                        .Split('\n')
                );
    }

    static SqliteDb Sqlite()
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        SqliteDb.Use(options, "Data Source=:memory:");
        return new(options.Options);
    }

    static PostgresDb Postgres()
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        PostgresDb.Use(options, "Host=localhost");
        return new(options.Options);
    }

    [Fact]
    public void Every_project_has_its_lock_file() =>
        Assert.Empty(
            from file in Repository.Files
            where file.EndsWith(".csproj", StringComparison.Ordinal)
            let locked = $"{Path.GetDirectoryName(file)}/packages.lock.json"
            where !Repository.Files.Contains(locked)
            select locked
        );

    [Fact]
    public void No_file_tells_on_which_machine_it_was_written()
    {
        string[] here =
        [
            Repository.Folder,
            Environment.MachineName,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        ];
        string[] traces = [.. here.Where(trace => trace.Length > 4 && trace is not "localhost")];
        Assert.Empty(
            from file in Repository.Files
            where IsText(file)
            from trace in traces
            where
                Regex.IsMatch(
                    Repository.Read(file),
                    $@"(?<!\w){Regex.Escape(trace)}(?!\w)",
                    RegexOptions.None,
                    Patience
                )
            select $"{file} contains {trace}"
        );
    }

    [Fact]
    public void Only_known_hosts_are_named() =>
        Assert.Empty(
            from file in Repository.Files
            where IsText(file)
            from Match url in Url().Matches(Repository.Read(file))
            let host = url.Groups["host"].Value
            where
                !KnownHosts.Contains(host)
                && !host.EndsWith(".example", StringComparison.Ordinal)
                && !host.EndsWith(".test", StringComparison.Ordinal)
            select $"{file} names {host}"
        );

    [Fact]
    public void Every_package_may_be_passed_on()
    {
        var refused =
            from assets in Directory.EnumerateFiles(
                Path.Combine(Repository.Folder, "artifacts/obj"),
                "project.assets.json",
                SearchOption.AllDirectories
            )
            from package in Packages(assets)
            where LicenceOf(package) is not { } licence || !PermissiveLicences.Contains(licence)
            select $"{Path.GetFileName(package)}: {LicenceOf(package) ?? "no licence expression"}";
        Assert.Empty(refused.Distinct());
    }

    [Fact]
    public void Every_refusal_has_its_sentence_and_every_sentence_its_refusal()
    {
        var said = Text.Keys.Where(k => k.StartsWith("refusal-", StringComparison.Ordinal)).ToList();
        var meant = (
            from file in Repository.Sources
            from Match refusal in MadeRefusal().Matches(Repository.Read(file))
            select $"refusal-{refusal.Groups["code"].Value}"
        ).ToList();
        Assert.Empty(meant.Except(said));
        Assert.Empty(said.Except(meant));
    }

    static IEnumerable<string> Packages(string assets)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(assets));
        var folders = read.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        foreach (var library in read.RootElement.GetProperty("libraries").EnumerateObject())
            if (library.Value.GetProperty("type").ValueEquals("package"))
                yield return folders
                    .Select(f => Path.Combine(f, library.Value.GetProperty("path").GetString()!))
                    .First(Directory.Exists);
    }

    static string? LicenceOf(string package) =>
        XDocument
            .Load(Directory.EnumerateFiles(package, "*.nuspec").Single())
            .Descendants()
            .FirstOrDefault(e => e.Name.LocalName is "license" && (string?)e.Attribute("type") is "expression")
            ?.Value;

    // Mails and letters of a corpus are other people's words.
    static bool IsText(string file) =>
        Path.GetExtension(file)
            is ".cs"
                or ".razor"
                or ".md"
                or ".json"
                or ".jsonl"
                or ".csproj"
                or ".props"
                or ".slnx"
                or ".css"
                or ".js"
                or ".py"
                or ".sh"
                or ".yml"
                or ""
        && !file.Contains("/corpus/", StringComparison.OrdinalIgnoreCase);

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachineTime();

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum) \w*(Manager|Helper|Helpers|Util|Utils|Impl|Dto)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex EmptyName();

    // A field, or a method that names the field or value it refuses.
    [GeneratedRegex(
        @"\bRefusal \w+(\([^)]*\))?\s*=>?\s*new\(\s*""(?<code>[a-z-]+)""|\bnew Refusal\(\s*""(?<code>[a-z-]+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MadeRefusal();

    [GeneratedRegex(@"\bhttps?://(?<host>[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();
}
