using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Reports;

namespace Stepdesk.Web.Reports;

/// <summary>What the groups of a report are called.</summary>
sealed class GroupNames(Language language, IReadOnlyDictionary<int, string> names)
{
    public static async Task<GroupNames> ReadAsync(Db db, TimeReport report, Language language, CancellationToken stop)
    {
        var ids = report
            .Times.Select(t => t.Group)
            .Concat(report.Breaches.Select(b => b.Group))
            .OfType<int>()
            .ToHashSet();
        return new(
            language,
            report.Question.By switch
            {
                ReportBy.Class => Enum.GetValues<ClassOfService>()
                    .ToDictionary(c => (int)c, c => Text.Of($"class-{Shared.Words.Snake(c)}", language)),
                ReportBy.Team => await db
                    .Teams.Where(t => ids.Contains(t.Id))
                    .ToDictionaryAsync(t => t.Id, t => t.Name, stop),
                ReportBy.Person => await db
                    .People.Where(p => ids.Contains(p.Id))
                    .ToDictionaryAsync(p => p.Id, p => p.Name, stop),
                _ => ids.ToDictionary(
                    m => m,
                    m => string.Create(CultureInfo.InvariantCulture, $"{m / 100:0000}-{m % 100:00}")
                ),
            }
        );
    }

    public string this[int? group] =>
        group is not { } id
            ? Text.Of("report-no-group", language)
            : names.GetValueOrDefault(id, string.Create(CultureInfo.InvariantCulture, $"#{id}"));
}
