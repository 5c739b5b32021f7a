using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Api;

/// <summary>A program that uses the API with somebody's token.</summary>
sealed class Client(Uri address, string? token, Actor? actor = null) : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    readonly HttpClient http = new() { BaseAddress = new(address, "/api/v1/") };

    public Actor Me => actor!;

    public static Client Nobody(DeskApp app) => new(app.Address, token: null);

    public static async Task<Client> OfAsync(DeskApp app, Role role, string? name = null) =>
        await OfAsync(app, await app.PersonAsync(role, name ?? role.ToString()));

    public static async Task<Client> OfAsync(DeskApp app, PersonRow person)
    {
        var tokens = app.Services.GetRequiredService<Tokens>();
        var (token, _) = await tokens.CreateAsync(person.Id, "tests", person.AsActor, stop: Stop);
        return new(app.Address, token!.Text, person.AsActor);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, content: null, headers);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : Json(JsonSerializer.Serialize(body)), headers);

    public Task<Answer> PutAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, Json(JsonSerializer.Serialize(body)), headers);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Delete, path, content: null, headers);

    public Task<Answer> PostRawAsync(string path, string body) => SendAsync(HttpMethod.Post, path, Json(body));

    public async Task<Answer> MailAsync(string mail)
    {
        using var content = new StringContent(mail, Encoding.UTF8, new MediaTypeHeaderValue("message/rfc822"));
        return await SendAsync(HttpMethod.Post, "intake/mail", content);
    }

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var response = await http.SendAsync(request, Stop);
        return new(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(Stop),
            response.Headers,
            response.Content.Headers
        );
    }

    public void Dispose() => http.Dispose();

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}

/// <summary>What the API answered.</summary>
sealed record Answer(
    HttpStatusCode Status,
    byte[] Content,
    HttpResponseHeaders Headers,
    HttpContentHeaders ContentHeaders
)
{
    public string Text => Encoding.UTF8.GetString(Content);
    public JsonElement Body => JsonElement.Parse(Text);
    public JsonElement this[string name] => Body.GetProperty(name);
    public int Id => this["id"].GetInt32();
    public string ETag => Headers.ETag!.ToString();

    /// <summary>The words of a list property.</summary>
    public IEnumerable<string?> Words(params string[] path) =>
        path.Aggregate(Body, (at, name) => at.GetProperty(name)).EnumerateArray().Select(e => e.GetString());

    /// <summary>A problem in full, with the code expected.</summary>
    public Answer IsProblem(HttpStatusCode status, string code)
    {
        Assert.True(status == Status, $"{(int)Status} instead of {(int)status}: {Text}");
        Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);
        Assert.EndsWith($":{code}", this["type"].GetString());
        Assert.Equal(code, this["code"].GetString());
        Assert.Equal((int)status, this["status"].GetInt32());
        Assert.NotEqual("", this["title"].GetString());
        Assert.NotEqual("", this["detail"].GetString());
        return this;
    }

    public Answer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }
}
