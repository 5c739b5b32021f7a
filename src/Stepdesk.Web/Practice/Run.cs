using Stepdesk.Core.Practice.Judging;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Practice;

/// <summary>A run as lists show it.</summary>
/// <param name="Number">Which of its trainee's it is.</param>
/// <param name="Report">How it went; null while it goes on, or when its scenario is not there any more.</param>
public sealed record Run(SessionRow Row, int Number, Report? Report)
{
    /// <summary>How much of it was done well, as a mentor confirmed it or else by the rules; null while nobody can say.</summary>
    public int? Percent => Row.Percent ?? Report?.Percent;

    /// <summary>Whose it is, where the list is not one person's.</summary>
    public string? Who { get; init; }
}
