using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Stepdesk.Tests;

/// <summary>What must hold for every page, however wide, however lit and in whichever language.</summary>
public static class Screens
{
    public static readonly (string Name, int Width, int Height)[] Sizes = [("desktop", 1440, 900), ("phone", 390, 844)];
    public static readonly string[] Themes = ["light", "dark"];
    public static readonly string[] Languages = ["vi", "en"];

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    static bool WantsPictures => Environment.GetEnvironmentVariable("STEPDESK_SCREENSHOTS") is "1";

    /// <summary>A context that has chosen language and theme, signed in when a session is given.</summary>
    public static async Task<IBrowserContext> ContextAsync(
        this IBrowser browser,
        Uri site,
        string language = "en",
        string theme = "light",
        string? session = null,
        bool script = true
    )
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = site.ToString(),
                StorageState = session,
                JavaScriptEnabled = script,
            }
        );
        await context.AddCookiesAsync([Choice("stepdesk-language", language), Choice("stepdesk-theme", theme)]);
        return context;

        Cookie Choice(string name, string value) =>
            new()
            {
                Name = name,
                Value = value,
                Url = site.ToString(),
            };
    }

    // Half of the ways a page can look, chosen so that every theme is seen in every width, and each of them in every
    // language: what goes wrong comes of one of them or of two, and half the time is saved. Pictures are of all.
    static IEnumerable<((string Name, int Width, int Height) Size, string Theme, string Language)> Looks() =>
        from size in Sizes.Index()
        from theme in Themes.Index()
        from language in Languages.Index()
        where WantsPictures || (size.Index + theme.Index + language.Index) % 2 == 0
        select (size.Item, theme.Item, language.Item);

    /// <summary>Opens the page so that every theme, language and width meets each other; what is wrong with it, one line each.</summary>
    public static async Task<IReadOnlyList<string>> InspectAsync(
        this IBrowser browser,
        Uri site,
        string name,
        string path,
        string? session,
        bool isFound = true
    )
    {
        var wrong = new List<string>();
        foreach (var look in Looks().GroupBy(l => (l.Theme, l.Language)))
        {
            var (theme, language) = look.Key;
            await using var context = await browser.ContextAsync(site, language, theme, session);
            var page = await context.NewPageAsync();
            page.PageError += (_, error) => wrong.Add($"{name}: script error {error}");
            page.Console += (_, line) =>
            {
                // Chromium itself reports the status of a page that is meant not to be found.
                if (line.Type is "error" && (isFound || !line.Text.Contains("404", StringComparison.Ordinal)))
                    wrong.Add($"{name}: console says {line.Text}");
            };
            foreach (var (size, width, height) in look.Select(l => l.Size))
            {
                await page.SetViewportSizeAsync(width, height);
                await page.GotoAsync(path);
                await page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });
                var here = $"{name}-{size}-{theme}-{language}";
                wrong.AddRange((await FaultsAsync(page)).Select(fault => $"{here}: {fault}"));
                await page.PictureAsync(here);
            }
        }
        return wrong;
    }

    /// <summary>Keeps a picture of the page for whoever asked for pictures.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (WantsPictures)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures(), $"{name}.png"), FullPage = true });
    }

    /// <summary>What is wrong with the page as it is shown now.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(this IPage page)
    {
        var faults = new List<string>();
        if (
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        )
            faults.Add("scrolls sideways");
        if (
            await page.EvaluateAsync<bool>(
                """
                getComputedStyle(document.querySelector("main")).overflowY === "auto"
                    && document.documentElement.scrollHeight > document.documentElement.clientHeight
                """
            )
        )
            faults.Add("is longer than its window though its parts scroll by themselves");
        if (await page.Locator("h1:visible").CountAsync() != 1)
            faults.Add("has not exactly one visible h1");
        // What a script sets in a shadow tree is no style of the page's.
        if (await page.EvaluateAsync<bool>("document.querySelector('[style]') !== null"))
            faults.Add("has inline styles");
        faults.AddRange(await page.ViolationsAsync());
        return faults;
    }

    // Asked in the page itself and for what is wrong alone: naming every node that is right as well, and going through a
    // second page as its adapter for Playwright does, takes three to four times as long. What a mail holds is not ours.
    static async Task<string[]> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
                const found = await axe.run(document, { resultTypes: ["violations"], iframes: false });
                return found.violations.flatMap(v => v.nodes.map(n => `${v.id} at ${n.target} ${n.html}`));
            }
            """
        );
    }

    static string Pictures()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Stepdesk.slnx")))
            root = root.Parent;
        return Directory.CreateDirectory(Path.Combine(root!.FullName, "artifacts", "screenshots")).FullName;
    }

    /// <summary>Signs in by the form and gives the session for other contexts.</summary>
    public static async Task<string> SignInAsync(this IBrowser browser, Uri site, string email)
    {
        await using var context = await browser.ContextAsync(site);
        var page = await context.NewPageAsync();
        await page.SignInAsync(email);
        return await context.StorageStateAsync();
    }

    public static async Task SignInAsync(this IPage page, string email)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("[name='Form.Email']").FillAsync(email);
        await page.Locator("[name='Form.Password']").FillAsync(DeskApp.Password);
        await page.Locator("main button").ClickAsync();
        await page.IsAtAsync("[0-9]/$");
    }

    /// <summary>Waits for an address that matches the pattern, and not for a load that may be over already.</summary>
    public static Task IsAtAsync(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Assertions
            .Expect(page)
            .ToHaveURLAsync(new Regex(pattern, RegexOptions.None, matchTimeout: TimeSpan.FromSeconds(1)));
}
