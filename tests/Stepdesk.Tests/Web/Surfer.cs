using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Web;

/// <summary>A browser without script: cookies, pages, forms. It follows no redirect by itself.</summary>
public sealed partial class Surfer : IDisposable
{
    readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new() };
    readonly HttpClient client;

    public Surfer(DeskApp app)
        : this(app.Address) { }

    public Surfer(Uri address) => client = new(handler) { BaseAddress = address };

    /// <summary>The browser of somebody of the live desk, signed in.</summary>
    public static async Task<Surfer> OfAsync(DeskApp app, PersonRow who)
    {
        var surfer = new Surfer(app);
        await surfer.SignInAsync(who.Email);
        return surfer;
    }

    public CookieContainer Cookies => handler.CookieContainer;

    /// <summary>Says this with every request, as a proxy or a liar would.</summary>
    public void Claim(string header, string value) => client.DefaultRequestHeaders.Add(header, value);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<IHtmlDocument> PageAsync(string path) => await ReadAsync(await GetAsync(path));

    /// <summary>Fills in the form of this name and sends it, hidden fields included.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        string path,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var page = await PageAsync(path);
        var element = page.QuerySelector($"form:has(input[name=_handler][value='{form}'])");
        Assert.True(element is IHtmlFormElement, $"{path} has no form '{form}'.");
        var values = element
            .QuerySelectorAll("input[type=hidden]:not([disabled])")
            .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""))
            .Concat(fields);
        return await PostAsync(element!.GetAttribute("action") is { } action ? LinkIn(page, action) : path, values);
    }

    /// <summary>Where a link of a page leads: from the base the page names.</summary>
    public string LinkIn(IHtmlDocument page, string href) =>
        new Uri(
            new Uri(client.BaseAddress!, page.QuerySelector("base")?.GetAttribute("href") ?? "/"),
            href
        ).PathAndQuery;

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await PostAsync(path, content);
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) =>
        client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SignInAsync(
        string email,
        string password = DeskApp.Password,
        string returnUrl = ""
    ) =>
        SubmitAsync(
            returnUrl.Length == 0 ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}",
            "sign-in",
            ("Form.Email", email),
            ("Form.Password", password)
        );

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(
            AtItsEnd(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken
        );

    // A page that takes a while sends what comes later in pieces; how many depends on how busy the machine is.
    static string AtItsEnd(string page)
    {
        foreach (Match piece in Piece().Matches(page))
        {
            var (opens, closes) = ($"<!--bl:{piece.Groups["id"]}-->", $"<!--/bl:{piece.Groups["id"]}-->");
            var (from, to) = (
                page.IndexOf(opens, StringComparison.Ordinal),
                page.IndexOf(closes, StringComparison.Ordinal)
            );
            if (from >= 0 && to > from)
                page = string.Concat(page.AsSpan(0, from + opens.Length), piece.Groups["said"].Value, page.AsSpan(to));
        }
        return page;
    }

    [GeneratedRegex(
        """<template blazor-component-id="(?<id>[0-9]+)">(?<said>.*?)</template>""",
        RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Piece();

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }
}
