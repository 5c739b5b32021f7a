using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Plans;

namespace Stepdesk.Kql.Operators;

public sealed record GetSchemaOperator : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Made;

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var builder = new KqlTableBuilder(
            new Schema([
                new Field("ColumnName", KqlType.String),
                new Field("ColumnOrdinal", KqlType.Int),
                new Field("DataType", KqlType.String),
                new Field("ColumnType", KqlType.String),
            ])
        );
        for (var i = 0; i < source.Schema.Count; i++)
        {
            builder.Add(source.Schema[i].Name, (long)i, ClrName(source.Schema[i].Type), source.Schema[i].Type.Name());
        }

        return new TablePlan(builder.ToTable());
    }

    private static string ClrName(KqlType type) =>
        type switch
        {
            KqlType.Bool => "System.SByte",
            KqlType.Int => "System.Int32",
            KqlType.Long => "System.Int64",
            KqlType.Real => "System.Double",
            KqlType.Decimal => "System.Data.SqlTypes.SqlDecimal",
            KqlType.String => "System.String",
            KqlType.DateTime => "System.DateTime",
            KqlType.TimeSpan => "System.TimeSpan",
            KqlType.Guid => "System.Guid",
            _ => "System.Object",
        };
}
