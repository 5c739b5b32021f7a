using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stepdesk.Tests.Api;

/// <summary>The OpenAPI document is a contract: a difference from the committed one is a change of the API.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    DeskApp app = null!;
    HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        http = new() { BaseAddress = app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_document_is_the_committed_one()
    {
        var now = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", Stop))!.ToJsonString(Indented) + "\n";
        var file = Path.Combine(Root(), "docs/api/openapi.json");
        if (Environment.GetEnvironmentVariable("STEPDESK_SNAPSHOTS") is "write")
            await File.WriteAllTextAsync(file, now, Stop);

        Assert.True(
            now == await File.ReadAllTextAsync(file, Stop),
            "The API is not what docs/api/openapi.json says. If it was meant to change, run the tests with STEPDESK_SNAPSHOTS=write."
        );
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_takes_and_answers()
    {
        var paths = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", Stop))!["paths"]!.AsObject();

        foreach (var (path, item) in paths)
        foreach (var (method, operation) in item!.AsObject())
        {
            var name = $"{method} {path}";
            Assert.True(operation!["summary"] is not null, $"{name} has no summary");
            Assert.True(operation["operationId"] is not null, $"{name} has no name");
            Assert.True(operation["responses"]!.AsObject().Any(r => r.Key[0] is '2'), $"{name} answers nothing");
            Assert.True(operation["responses"]!["401"] is not null, $"{name} does not say that it needs a token");
            foreach (var parameter in operation["parameters"]!.AsArray())
                Assert.True(parameter!["description"] is not null, $"{name}: {parameter["name"]} is not described");
        }
    }

    [Fact]
    public async Task The_page_of_the_document_needs_nothing_from_elsewhere()
    {
        var page = await http.GetStringAsync("/docs/api", Stop);

        Assert.Contains("Stepdesk API", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
    }

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath("../../..", Path.GetDirectoryName(here)!);
}
