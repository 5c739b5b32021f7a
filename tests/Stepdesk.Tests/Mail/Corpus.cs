namespace Stepdesk.Tests.Mail;

/// <summary>Mails written by hand, one for each thing that goes wrong with mail, each with what the desk must make of it.</summary>
static class Corpus
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Mail", "corpus");

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .GetFiles(Folder, "*.eml")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal),
    ];

    public static string Mail(string name) => Path.Combine(Folder, $"{name}.eml");

    public static string Expected(string name) => Path.Combine(Folder, $"{name}.json");
}
