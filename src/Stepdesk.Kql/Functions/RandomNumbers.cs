using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>rand(): not for secrets; the same query gives the same numbers, which is what a lesson needs.</summary>
internal sealed class RandomNumbers(long below) : Scalar(KqlType.Real)
{
    private ulong _state = 0x9E3779B97F4A7C15;

    public override bool IsConstant => false;

    public override Vector Evaluate(Batch batch)
    {
        var values = new double[batch.Count];
        for (var i = 0; i < values.Length; i++)
        {
            _state += 0x9E3779B97F4A7C15;
            var x = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            var unit = ((x ^ (x >> 31)) >> 11) * (1.0 / (1UL << 53));
            values[i] = below > 1 ? Math.Floor(unit * below) : unit;
        }

        return new Vector<double>(KqlType.Real, values, batch.Count);
    }
}
