using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Stepdesk.Tests.Admin;

/// <summary>What a browser would send of a form nobody touched.</summary>
static class FormOf
{
    public static Dictionary<string, string> Of(IHtmlDocument page, string handler)
    {
        var form = page.QuerySelector($"form:has(input[name=_handler][value='{handler}'])");
        Assert.True(form is not null, $"There is no form '{handler}' on {page.Title}.");
        return form!
            .QuerySelectorAll("input, select, textarea")
            .Where(e => e.GetAttribute("type") is not ("checkbox" or "file"))
            .ToDictionary(e => e.GetAttribute("name")!, ValueOf);
    }

    static string ValueOf(IElement element) =>
        element switch
        {
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement area => area.Value,
            _ => element.GetAttribute("value") ?? "",
        };
}
