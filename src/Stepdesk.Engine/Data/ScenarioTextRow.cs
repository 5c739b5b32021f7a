using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Stepdesk.Engine.Data;

/// <summary>
/// The text of a scenario as runs were begun with it. A file that is corrected, or comes with a newer program, ends no run:
/// those go on, and are read, by the text they know.
/// </summary>
public sealed class ScenarioTextRow
{
    /// <summary>The scenario's hash, as sessions name it.</summary>
    public required string Hash { get; init; }

    /// <summary>Its files by their names, as JSON.</summary>
    public required string Files { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScenarioTextRow>
    {
        public void Configure(EntityTypeBuilder<ScenarioTextRow> text)
        {
            text.ToTable("scenario_texts");
            text.HasKey(t => t.Hash);
        }
    }
}
