using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Cli;

/// <summary>The command line: every engine has a scriptable door. 0 is done, 1 is answered with errors, 2 is wrong usage.</summary>
static class Commands
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static RootCommand Root() =>
        new("Stepdesk, a helpdesk that takes every ticket through seven steps.")
        {
            Place.Data,
            Place.Database,
            Serve.Command(),
            UserVerbs.Command(),
            TokenVerbs.Command(),
            Migrate.Command(),
            BackupVerbs.Backup(),
            BackupVerbs.Restore(),
            HistoryVerbs.Command(),
            PersonVerbs.Command(),
            MailRead.Command(),
            ClocksVerbs.Command(),
            SuggestVerb.Command(),
            RedactVerb.Command(),
            TextVerbs.Command(),
            KqlVerbs.Command(),
            TelemetryVerbs.Command(),
            ScenarioVerbs.Command(),
            PracticeVerbs.Command(),
        };

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var wrong = string.Join(' ', parsed.Errors.Select(e => e.Message));
            await SayAsync($"{wrong} See '{string.Join(' ', (string[])["stepdesk", .. Verb(parsed), "--help"])}'.");
            return WrongUsage;
        }
        try
        {
            // No time limit on stopping: the host takes the signal and finishes what runs.
            return await parsed.InvokeAsync(
                new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }
            );
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await SayAsync(
                Of(failure)
                    ?? $"This should not happen ({failure.GetType().Name}: {failure.Message}). Please report it."
            );
            return Failed;
        }
    }

    /// <summary>One line on standard error.</summary>
    public static Task SayAsync(string line) => Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));

    static string? Of(Exception failure) =>
        failure switch
        {
            _ when Troubles.Say(failure) is { } said => said,
            IOException { InnerException: AddressInUseException } =>
                "Another program listens on this address already. Stop it, or choose another with --urls.",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "This port may not be used. Choose one above 1024 with --urls.",
            ArgumentException or FormatException or UriFormatException =>
                $"An option could not be read: {failure.Message} Correct --database or --urls.",
            IOException => $"{failure.Message.TrimEnd('.')}. Correct the path, or make it readable and writable.",
            _ => null,
        };

    static Stack<string> Verb(ParseResult parsed)
    {
        var verbs = new Stack<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as CommandResult)
            if (command.Command is not RootCommand)
                verbs.Push(command.Command.Name);
        return verbs;
    }
}
