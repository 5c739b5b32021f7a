using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Operations;

/// <summary>One file that holds everything, in and out of either database.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly string folder = Path.Combine(Path.GetTempPath(), $"stepdesk-{Guid.NewGuid():n}");
    DeskApp app = null!;

    string File1 => Path.Combine(folder, "backup.zip");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        app = await DeskApp.StartAsync();
        var an = (await app.PersonAsync(Role.Agent, "Ân")).AsActor;
        var ticket = await app.LoggedAsync("Không đăng nhập được");
        await app.Desk.ActAsync(ticket, new SetTags(["sso"]), an, stop: Stop);
        await app.Desk.ActAsync(ticket, new Reply("Chúng tôi đang xem"), an, stop: Stop);
        await using var db = app.Database();
        db.Blobs.Add(new() { Sha256 = Engine.Mail.Files.HashOf([0, 1, 2, 255]), Content = [0, 1, 2, 255] });
        await db.SaveChangesAsync(Stop);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "stepdesk.json"), "{}", Stop);
        await app.Services.GetRequiredService<Checkpoints>().WriteAsync(Stop);
        await BackUpAsync(app.Services, File1);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_restored_holds_every_row_and_file_and_goes_on_counting()
    {
        await using var elsewhere = await DeskApp.StartAsync();
        await RestoreAsync(elsewhere.Services, File1);

        Assert.Equal(await RowsAsync(app.Services), await RowsAsync(elsewhere.Services));
        Assert.Null((await elsewhere.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
        Assert.True(File.Exists(Path.Combine(elsewhere.DataFolder, "stepdesk.json")));
        await elsewhere.LoggedAsync("The next one");
        await using var db = elsewhere.Database();
        Assert.Equal(2, await db.Tickets.MaxAsync(t => t.Number, Stop));
    }

    /// <summary>From whatever database is under test into a file, and from there back: the move between the two.</summary>
    [Fact]
    public async Task A_desk_moves_to_an_embedded_database_and_back_unchanged()
    {
        var embedded = Path.Combine(folder, "embedded");
        Directory.CreateDirectory(embedded);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddEngine(Databases.Embedded(embedded) + ";Pooling=false")
            .AddKeeping(new DataFolder(embedded))
            .BuildServiceProvider();
        await RestoreAsync(services, File1);
        var there = Path.Combine(folder, "there.zip");
        await BackUpAsync(services, there);
        await using var back = await DeskApp.StartAsync();
        await RestoreAsync(back.Services, there);

        Assert.Equal(await RowsAsync(app.Services), await RowsAsync(services));
        Assert.Equal(await RowsAsync(app.Services), await RowsAsync(back.Services));
    }

    [Fact]
    public async Task A_desk_in_use_is_only_replaced_when_asked()
    {
        var before = await RowsAsync(app.Services);
        await app.LoggedAsync("Later than the backup");

        await Assert.ThrowsAsync<TroubleException>(() => RestoreAsync(app.Services, File1));
        Assert.NotEqual(before, await RowsAsync(app.Services));

        await RestoreAsync(app.Services, File1, replace: true);
        Assert.Equal(before, await RowsAsync(app.Services));
    }

    [Fact]
    public async Task What_was_replaced_is_not_found_under_the_tickets_that_came_after()
    {
        await app.LoggedAsync("Xylophone");
        await RestoreAsync(app.Services, File1, replace: true);
        var next = await app.LoggedAsync("Harpsichord");

        await using var db = app.Database();
        Assert.Empty(await Views.Matching(db, db.Tickets, "xylophone").ToListAsync(Stop));
        Assert.Equal([next], await Views.Matching(db, db.Tickets, "harpsichord").Select(t => t.Id).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_damaged_backup_changes_nothing()
    {
        var before = await RowsAsync(app.Services);
        await using (var archive = await ZipFile.OpenAsync(File1, ZipArchiveMode.Update, Stop))
        {
            archive.GetEntry("tables/people.jsonl")!.Delete();
            await using var writer = new StreamWriter(await archive.CreateEntry("tables/people.jsonl").OpenAsync(Stop));
            await writer.WriteAsync("");
        }

        var refused = await Assert.ThrowsAsync<TroubleException>(() =>
            RestoreAsync(app.Services, File1, replace: true)
        );

        Assert.Contains("people is not as it was backed up", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(app.Services));
        Assert.Null((await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
    }

    [Fact]
    public async Task Rows_that_say_something_else_than_the_history_are_made_again_when_restored()
    {
        await using (var db = app.Database())
            await db.Tickets.ExecuteUpdateAsync(t => t.SetProperty(x => x.Affected, 99), Stop);
        var wrong = Path.Combine(folder, "wrong.zip");
        await BackUpAsync(app.Services, wrong);
        await using var elsewhere = await DeskApp.StartAsync();

        await RestoreAsync(elsewhere.Services, wrong);

        Assert.Null((await elsewhere.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
        await using var there = elsewhere.Database();
        Assert.False(await there.Tickets.AnyAsync(t => t.Affected == 99, Stop));
    }

    [Fact]
    public async Task A_backup_with_a_file_for_elsewhere_changes_nothing()
    {
        var before = await RowsAsync(app.Services);
        await using (var archive = await ZipFile.OpenAsync(File1, ZipArchiveMode.Update, Stop))
        {
            var entry = archive.GetEntry("manifest.json")!;
            string manifest;
            using (var reader = new StreamReader(await entry.OpenAsync(Stop)))
                manifest = await reader.ReadToEndAsync(Stop);
            entry.Delete();
            archive.GetEntry("files/stepdesk.json")!.Delete();
            await WriteAsync("files/../evil.json", "{}");
            await WriteAsync(
                "manifest.json",
                manifest.Replace("\"stepdesk.json\"", "\"../evil.json\"", StringComparison.Ordinal)
            );

            async Task WriteAsync(string name, string text)
            {
                await using var writer = new StreamWriter(await archive.CreateEntry(name).OpenAsync(Stop));
                await writer.WriteAsync(text);
            }
        }

        var refused = await Assert.ThrowsAsync<TroubleException>(() =>
            RestoreAsync(app.Services, File1, replace: true)
        );

        Assert.Contains("outside the data folder", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(app.Services));
        Assert.False(File.Exists(Path.Combine(app.DataFolder, "..", "evil.json")));
    }

    [Fact]
    public async Task A_backup_never_replaces_another() =>
        await Assert.ThrowsAsync<TroubleException>(() => BackUpAsync(app.Services, File1));

    static Task BackUpAsync(IServiceProvider services, string file) =>
        services.GetRequiredService<Backup>().WriteAsync(file, Stop);

    static Task RestoreAsync(IServiceProvider services, string file, bool replace = false) =>
        services.GetRequiredService<Restore>().RunAsync(file, replace, Stop);

    // Every table's rows as a backup writes them, without the moment it was made at.
    async Task<string> RowsAsync(IServiceProvider services)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():n}.zip");
        var manifest = await services.GetRequiredService<Backup>().WriteAsync(file, Stop);
        return string.Join('\n', manifest.Tables);
    }
}
