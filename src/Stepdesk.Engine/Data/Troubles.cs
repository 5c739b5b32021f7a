using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Stepdesk.Engine.Data;

/// <summary>What the failures of databases and disks mean to the person at the keyboard, and what to do about each.</summary>
public static class Troubles
{
    const int NoSpaceLeft = 28;

    /// <summary>One line that says what is wrong and what to do; null when this is no trouble of the outside but a bug.</summary>
    public static string? Say(Exception failure) =>
        Chain(failure).Select(SayOne).FirstOrDefault(line => line is not null);

    /// <summary>Whether the database's file turned out to be damaged.</summary>
    public static bool IsDamage(Exception failure) =>
        Chain(failure)
            .Any(one => one is TroubleException { Message: Damaged } or SqliteException { SqliteErrorCode: 11 or 26 });

    static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var next = (Exception?)failure; next is not null; next = next.InnerException)
            yield return next;
    }

    static string? SayOne(Exception failure) =>
        failure switch
        {
            TroubleException trouble => trouble.Message,
            SqliteException sqlite => Say(sqlite),
            PostgresException postgres => Say(postgres),
            NpgsqlException { InnerException: SocketException or TimeoutException or IOException } =>
                "PostgreSQL does not answer. Start it, or correct Host and Port in --database.",
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.ConnectionRefused } =>
                "PostgreSQL does not answer. Start it, or correct Host and Port in --database.",
            UnauthorizedAccessException denied =>
                $"{denied.Message.TrimEnd('.')}. Give the desk's user the right to read and write there.",
            IOException { HResult: NoSpaceLeft } => DiskFull,
            DirectoryNotFoundException missing => $"{missing.Message.TrimEnd('.')}. Correct the path.",
            DbUpdateConcurrencyException => "Somebody else changed the same thing just now. Try again.",
            _ => null,
        };

    static string? Say(SqliteException failure) =>
        failure.SqliteErrorCode switch
        {
            5 or 6 => "The database is locked by another program. Close that program or wait for it, then try again.",
            8 => "The database may not be written to. Give the desk's user the right to write in the data folder.",
            10 => "The disk failed while the database was used. Nothing that was answered is lost; look at the disk.",
            11 => Damaged,
            13 => DiskFull,
            14 => "The database cannot be opened. Check that the data folder exists and may be read and written.",
            26 => "The database file is no database. Name another folder with --data, or restore a backup.",
            _ => null,
        };

    static string? Say(PostgresException failure) =>
        failure.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                "PostgreSQL refused the user or the password. Correct Username and Password in --database.",
            PostgresErrorCodes.InvalidCatalogName =>
                "PostgreSQL has no such database. Create it, or correct Database in --database.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"PostgreSQL refused: {failure.MessageText}. Grant the desk's user what it needs on its own database.",
            PostgresErrorCodes.DiskFull => DiskFull,
            PostgresErrorCodes.TooManyConnections => "PostgreSQL has no connection left. Raise its max_connections.",
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown =>
                "PostgreSQL is starting or stopping. Try again in a moment.",
            _ => null,
        };

    internal const string Damaged = "The database file is damaged. Keep a copy of it and restore the latest backup.";
    const string DiskFull = "The disk is full. Nothing that was answered is lost; make room, then try again.";
}
