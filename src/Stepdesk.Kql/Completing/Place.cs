using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Completing;

/// <summary>
/// Where a query is being written. A name that nobody uses stands there, and binding it tells what could stand there
/// instead: the columns and names it was looked for among.
/// </summary>
internal sealed class Place(int at)
{
    public const string Name = "__here__";

    /// <summary>A value is wanted, among these.</summary>
    public Scope? Row { get; private set; }

    /// <summary>A table is wanted, among the catalog's and these.</summary>
    public Names? Tables { get; private set; }

    public bool IsMet => Row is not null || Tables is not null;

    public void See(Span span, Scope scope)
    {
        if (span.Start == at && !IsMet)
        {
            Row = scope;
        }
    }

    public void SeeTable(Span span, Names names)
    {
        if (span.Start == at && !IsMet)
        {
            Tables = names;
        }
    }

    public bool IsIn(Node node) => node.Span.Start <= at && at < node.Span.End;
}
