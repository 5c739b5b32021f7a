using System.Text.RegularExpressions;

namespace Stepdesk.Tests;

/// <summary>
/// Who may know whom. A folder below a project is a room; a room knows itself and what this table says, and nothing else
/// of ours. A line is added in the same change as the need for it, with its reason.
/// </summary>
public sealed partial class MayKnowTests
{
    static readonly (string Room, string May, string Because)[] Table =
    [
        ("Core/History", "Core/People", "a moment says who acted"),
        ("Core/People", "Core/History", "what happens to an account is an event"),
        ("Core/People", "Core/Tickets", "the table of permissions is about actions"),
        ("Core/Practice", "Core/History", "a move that may not be is refused"),
        ("Core/Practice", "Core/People", "a mentor reviews, and nobody their own run"),
        ("Core/Practice", "Core/Service", "a trainee classifies by the desk's own classes"),
        ("Core/Practice", "Core/Words", "verdicts are sentences"),
        ("Core/Reading", "Core/Mail", "what is quoted was said before and is not read again"),
        ("Core/Reading", "Core/Service", "a reading suggests a class, and an instant in a zone"),
        ("Core/Reading", "Core/Words", "words are compared without marks, and reasons are sentences"),
        ("Core/Practice", "Core/Redaction", "nothing in a scenario is a secret"),
        ("Core/Practice", "Core/Texts", "verdicts rest on the same rules that check messages"),
        ("Core/Redaction", "Core/Words", "names are compared without marks"),
        ("Core/Service", "Core/History", "a calendar that cannot work is refused"),
        ("Core/Service", "Core/Words", "promises are read from what somebody wrote, and said in sentences"),
        ("Core/Service", "Core/Tickets", "steps and clocks are read off a ticket"),
        ("Core/Texts", "Core/Redaction", "a message holds no secret, and both see a text the same way"),
        ("Core/Texts", "Core/Words", "facts are compared without marks"),
        ("Core/Tickets", "Core/History", "actions decide events"),
        ("Core/Tickets", "Core/Service", "a ticket has a class and clocks"),
        ("Core/Tickets", "Core/Words", "texts, tags and titles have one form"),
        ("Core/Tickets", "Core/Texts", "what is passed on to another reader greets nobody else"),
        ("Core/Tickets", "Core/People", "who may see a ticket is asked of the actor"),
        ("Core/Assignment", "Core/History", "a rule is an event, and one that cannot be kept is refused"),
        ("Core/Assignment", "Core/Service", "people are given work within their hours"),
        ("Core/Tickets", "Core/Assignment", "whom a ticket was given by which rule is kept with it"),
        ("Core/Broadcasts", "Core/History", "what many are told is an event, and what cannot be is refused"),
        ("Core/Broadcasts", "Core/People", "a circle names roles"),
        ("Core/Broadcasts", "Core/Texts", "what many are told is read over by the same rules as any message"),
        ("Core/Queries", "Core/History", "what is kept is kept by events"),
        ("Core/Queries", "Core/People", "a shared query is its owner's and the leads'"),
        ("Core/Queries", "Core/Words", "names and texts have one form"),
        ("Core/Broadcasts", "Core/Tickets", "an incident is worked on as a ticket"),
        ("Core/Broadcasts", "Core/Words", "titles and texts have one form"),
        ("Core/Templates", "Core/Broadcasts", "a message can say what is known of an incident"),
        ("Core/Templates", "Core/History", "an edit is an event, and what is no template is refused"),
        ("Core/Templates", "Core/Service", "a template may be for one class"),
        ("Core/Templates", "Core/Tickets", "a template is for an audience"),
        ("Core/Templates", "Core/Words", "the shipped texts are sentences"),
        ("Core/Words", "Core/History", "a refusal has a sentence"),
        ("Engine/*", "Core/*", "the engine carries out what the core decides"),
        ("Engine/Door", "Engine/Data", "the door loads and saves"),
        ("Engine/Door", "Engine/Templates", "what the desk writes by itself is begun from its templates"),
        ("Engine/Broadcasts", "Engine/Data", "broadcasts are a stream of history, and what they owe are rows"),
        ("Engine/Broadcasts", "Engine/Door", "broadcasts belong to a world, where somebody may look on"),
        ("Engine/Broadcasts", "Engine/Tickets", "a report of a known incident is found as lookalikes are"),
        ("Engine/Accounts", "Engine/Data", "people are rows with a stream"),
        ("Engine/Accounts", "Engine/Door", "people live in a world"),
        ("Engine/Data", "Engine/Accounts", "what keeps the database also opens it for its first people"),
        ("Engine/Mail", "Engine/Data", "mails and owed effects are rows"),
        ("Engine/Mail", "Engine/Broadcasts", "what many are told reaches each by mail"),
        ("Engine/Mail", "Engine/Door", "a mail acts on a ticket through the door"),
        ("Engine/Mail", "Engine/Accounts", "who writes for the first time becomes a customer"),
        ("Engine/Tickets", "Engine/Data", "lists are queries over rows"),
        ("Engine/Tickets", "Engine/Door", "what is read belongs to a world"),
        ("Engine/Tickets", "Engine/Accounts", "a ticket is given to somebody there is"),
        ("Engine/Service", "Engine/Data", "policies are a stream of history"),
        ("Engine/Service", "Engine/Door", "a policy is applied to tickets through the door"),
        ("Engine/Templates", "Engine/Broadcasts", "a message is begun with what is known of an incident"),
        ("Engine/Templates", "Engine/Data", "templates are a stream of history, and values are rows"),
        ("Engine/Templates", "Engine/Door", "templates belong to a world"),
        ("Engine/Reports", "Engine/Data", "reports add up rows"),
        ("Engine/Reports", "Engine/Door", "what is reported belongs to a world"),
        ("Engine/Alerts", "Engine/Accounts", "an alert is reported in somebody's name"),
        ("Engine/Alerts", "Engine/Data", "alerts of one kind share a ticket"),
        ("Engine/Alerts", "Engine/Door", "an alert acts on a ticket through the door"),
        ("Engine/Telemetry", "Engine/Data", "kept queries and what was asked are streams of history"),
        ("Engine/Telemetry", "Engine/Door", "they belong to the live world"),
        ("Engine/Telemetry", "Engine/Simulation", "a simulated platform is one of the sources"),
        ("Engine/Telemetry", "Kql", "the engine of the language is asked at its door"),
        ("Engine/Telemetry", "Kql/*", "queries are answered, or looked at before they leave"),
        ("Engine/Lookups", "Engine/Data", "whether something was asked before is in rows"),
        ("Engine/Lookups", "Engine/Door", "what a system answers is kept through the door"),
        ("Engine/Simulation", "Kql/*", "simulated rows are tables one can query"),
        ("Engine/Practice", "Engine/Accounts", "the people of a session are people of its desk"),
        ("Engine/Practice", "Engine/Broadcasts", "what a session's broadcasts promise is watched"),
        ("Engine/Practice", "Engine/Data", "a session is a row, and a stream of history"),
        ("Engine/Practice", "Engine/Door", "a session is a world, and its people act through the door"),
        ("Engine/Practice", "Engine/Mail", "what simulated people write comes in as any mail"),
        ("Engine/Practice", "Engine/Simulation", "a session has a platform of its own"),
        ("Engine/Practice", "Engine/Lookups", "a scenario's systems are looked up as any"),
        ("Engine/Practice", "Engine/Telemetry", "that platform is asked as any source"),
        ("Engine/Practice", "Kql", "what was looked at is read off the query"),
        ("Engine/Practice", "Kql/*", "what was looked at is read off the query"),
        ("Engine/Jobs", "Engine/Practice", "sessions go on by themselves"),
        ("Engine/Chat", "Engine/Data", "owed cards are rows"),
        ("Engine/Chat", "Engine/Door", "what became of a card comes back through the door"),
        ("Engine/Chat", "Engine/Mail", "cards are claimed, settled and worded as mails are, and link to the same desk"),
        ("Engine/Jobs", "Engine/Tickets", "giving out what waits in the queues of teams is a job"),
        ("Engine/Jobs", "Engine/Chat", "filling the chats is a job"),
        ("Engine/Jobs", "Engine/Broadcasts", "noticing that a promised update did not come is a job"),
        ("Engine/Jobs", "Engine/Data", "a job claims rows"),
        ("Engine/Jobs", "Engine/Door", "the watch acts through the door"),
        ("Engine/Jobs", "Engine/Mail", "fetching and sending are jobs"),
        ("Engine/Demo", "Engine/Accounts", "the demo has people"),
        ("Engine/Demo", "Engine/Data", "the demo fills a database"),
        ("Engine/Demo", "Engine/Door", "the demo's people act through the door"),
        ("Engine/Demo", "Engine/Broadcasts", "the demo's messages are begun as any"),
        ("Engine/Demo", "Engine/Templates", "the demo's desk has words of its own too"),
        ("Engine/Demo", "Engine/Mail", "the demo keeps its mail in a drawer"),
        ("Engine/Demo", "Engine/Practice", "the demo's trainees have practised"),
        ("Web/*", "Core/*", "a face shows what the core says"),
        ("Web/*", "Engine/*", "a face asks the engine"),
        ("Web/*", "Web/Shared", "that is what it is for"),
        ("Web/Api", "Web/Reports", "a report says the same on every face"),
        ("Web/Agents", "Web/Queries", "a pinned finding is shown among what was said"),
        ("Web/Practice", "Web/Reports", "a table for spreadsheets is written in one way"),
        ("Web/Practice", "Web/Queries", "which systems a session has is said once"),
        ("Web/Api", "Web/Queries", "a finding is sealed alike on every face"),
        ("Web/Api", "Kql/*", "cells are written by their types"),
        ("Web/Queries", "Kql", "what somebody types is checked and completed at the door of the language"),
        ("Web/Queries", "Kql/*", "what the language says about a query is shown with it"),
        ("Web/Agents", "Web/Practice", "the desk of a practice session shows what waits beside its tickets"),
        ("Web/Agents", "Web/Broadcasts", "a ticket shows which known incident it seems to report"),
        ("Web/Broadcasts", "Web/Agents", "advice is shown as it is beside any message"),
        ("Web/Accounts", "Web/Practice", "trainees come in where they practise"),
        ("Web/Portal", "Web/Agents", "both show one conversation"),
        ("Web/Shared", "Web/Accounts", "the browser's faces are put together in one place"),
        ("Web/Shared", "Web/Admin", "the browser's faces are put together in one place"),
        ("Web/Shared", "Web/Agents", "the browser's faces are put together in one place"),
        ("Web/Shared", "Web/Queries", "the browser's faces are put together in one place"),
        ("Web/Shared", "Web/Live", "the browser's faces are put together in one place"),
        ("Web/Shared", "Web/Practice", "the browser's faces are put together in one place"),
        ("Web/Shared", "Web/Reports", "the browser's faces are put together in one place"),
        ("Web/Shared", "Web/Portal", "the browser's faces are put together in one place"),
        ("Kql/Diagnostics", "Kql/Syntax", "a complaint points at a place in the text"),
        ("Kql/Syntax", "Kql/Columns", "a literal has a value and a type"),
        ("Kql/Syntax", "Kql/Diagnostics", "reading goes on after a mistake and reports it"),
        ("Kql/Syntax", "Kql/Functions", "a time in the text is read as the function for it reads it"),
        ("Kql/Syntax", "Kql/Expressions", "a grammar makes what it reads"),
        ("Kql/Syntax", "Kql/Operators", "a grammar makes what it reads"),
        ("Kql/Expressions", "Kql/*", "an expression binds itself: text becomes functions over columns"),
        ("Kql/Operators", "Kql/*", "a step binds itself: text becomes a plan"),
        ("Kql/Functions", "Kql/Columns", "a function maps columns to a column"),
        ("Kql/Functions", "Kql/Diagnostics", "a function can refuse its arguments"),
        ("Kql/Functions", "Kql/Evaluation", "a function works within the limits of a run"),
        ("Kql/Functions", "Kql/Syntax", "a refused argument has a place in the text"),
        ("Kql/Binding", "Kql/*", "what expressions and steps share while they are bound"),
        ("Kql/Completing", "Kql/*", "what fits is found by binding what is written so far"),
        ("Kql/Evaluation", "Kql/Columns", "a plan runs over columns"),
        ("Kql/Evaluation", "Kql/Diagnostics", "a run that meets its limits says so"),
        ("Kql/Evaluation", "Kql/Functions", "a plan calls functions"),
        ("Kql/Writing", "Kql/Columns", "a value is written by the type of its column"),
        ("Kql/Writing", "Kql/Syntax", "what is typed is read as a literal is"),
        ("Kql/Wire", "Kql/*", "what goes in and comes out of a query has one written form"),
        // What stands at the root of a project puts its rooms together.
        ("Kql", "Kql/*", "composition"),
        ("Engine", "Core/*", "composition"),
        ("Engine", "Engine/*", "composition"),
        ("Web", "Core/*", "composition"),
        ("Web", "Engine", "composition"),
        ("Web", "Engine/*", "composition"),
        ("Web", "Web/*", "composition"),
        ("Web/Cli", "Web", "the command line builds the site it serves"),
        ("Web/Cli", "Engine", "a verb without a site composes the engine alone"),
        ("Web/Cli", "Kql/*", "a verb runs queries that need no desk"),
        ("Web/Cli", "Web/Practice", "a record is read from the command line as it is from the page"),
    ];

    [Fact]
    public void Rooms_know_only_the_rooms_they_may_know()
    {
        var broken =
            from file in Repository.Sources
            let room = RoomOf(file)
            from Match use in Use().Matches(Repository.Read(file))
            let used = string.Join('/', use.Groups["room"].Value.Split('.').Take(2))
            where used != room && !May(room, used)
            select $"{file} uses {used}";
        Assert.Empty(broken.Distinct());
    }

    [Theory]
    [InlineData("Core", "Kql", "Engine", "Web")]
    [InlineData("Kql", "Core", "Engine", "Web")]
    [InlineData("Engine", "Web")]
    public void A_project_is_not_even_mentioned_where_it_may_not_be_known(string project, params string[] others) =>
        Assert.Empty(
            from file in Repository.Files
            where file.StartsWith($"src/Stepdesk.{project}/", StringComparison.Ordinal)
            where Path.GetExtension(file) is ".cs" or ".csproj" && !Repository.IsGenerated(file)
            from other in others
            where Repository.Read(file).Contains($"Stepdesk.{other}", StringComparison.Ordinal)
            select $"{file} mentions {other}"
        );

    [Fact]
    public void A_namespace_is_a_folder() =>
        Assert.Empty(
            from file in Repository.Sources
            where file.EndsWith(".cs", StringComparison.Ordinal)
            from Match said in Namespace().Matches(Repository.Read(file))
            let expected = Path.GetDirectoryName(file)!["src/".Length..].Replace('/', '.')
            where said.Groups["name"].Value != expected
            select $"{file} says {said.Groups["name"].Value}"
        );

    static bool May(string room, string used) =>
        Array.Exists(Table, row => Covers(row.Room, room) && Covers(row.May, used));

    static bool Covers(string row, string room) =>
        row == room
        || (row.EndsWith("/*", StringComparison.Ordinal) && room.StartsWith(row[..^1], StringComparison.Ordinal));

    // src/Stepdesk.Engine/Data/Sqlite/SqliteDb.cs is in Engine/Data.
    static string RoomOf(string file)
    {
        var parts = file["src/Stepdesk.".Length..].Split('/');
        return parts.Length == 2 ? parts[0] : $"{parts[0]}/{parts[1]}";
    }

    [GeneratedRegex(
        @"^@?(?:global )?using (?:static |\w+ = )?Stepdesk\.(?<room>[\w.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Use();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();
}
