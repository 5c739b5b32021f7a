using Microsoft.Playwright;

namespace Stepdesk.Tests;

/// <summary>The editor of the query page as somebody with a keyboard meets it; the field behind it is what is posted.</summary>
static class QueryEditor
{
    /// <summary>Where one types.</summary>
    public static ILocator Editor(this IPage page) => page.Locator("kql-editor .cm-content");

    /// <summary>What is posted, and what there is without script.</summary>
    public static ILocator QueryField(this IPage page) => page.Locator("textarea.kql");

    /// <summary>The list of what could be written.</summary>
    public static ILocator Completions(this IPage page) => page.Locator(".cm-tooltip-autocomplete");

    public static ILocator Marks(this IPage page) => page.Locator(".cm-lintRange, .cm-lintPoint");
}
