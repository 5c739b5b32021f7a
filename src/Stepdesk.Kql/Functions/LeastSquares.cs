using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>The polynomial of least squares, by Householder reflections: no squares of large numbers are summed.</summary>
internal static class LeastSquares
{
    /// <summary>The coefficients, that of the highest power first.</summary>
    public static double[] Polynomial(double[] x, double[] y, int degree)
    {
        var (rows, columns) = (x.Length, degree + 1);
        Budget.Fits(8L * rows * columns);
        var matrix = new double[columns][];
        for (var c = 0; c < columns; c++)
        {
            matrix[c] = [.. x.Select(at => Math.Pow(at, degree - c))];
        }

        var right = (double[])y.Clone();
        for (var c = 0; c < columns; c++)
        {
            Budget.Tick();
            Reflect(matrix, right, c);
        }

        var result = new double[columns];
        for (var c = columns - 1; c >= 0; c--)
        {
            var sum = right[c];
            for (var k = c + 1; k < columns; k++)
            {
                sum -= matrix[k][c] * result[k];
            }

            result[c] = matrix[c][c] == 0 ? 0 : sum / matrix[c][c];
        }

        return result;
    }

    // Turns what stands below the diagonal in a column into zeros, and all columns behind it with it.
    private static void Reflect(double[][] matrix, double[] right, int c)
    {
        var column = matrix[c].AsSpan(c).ToArray();
        var norm = Math.Sqrt(column.Sum(v => v * v));
        if (norm == 0)
        {
            return;
        }

        column[0] += column[0] < 0 ? -norm : norm;
        var square = column.Sum(v => v * v);
        for (var k = c; k < matrix.Length; k++)
        {
            Budget.Tick();
            Apply(matrix[k].AsSpan(c), column, square);
        }

        Apply(right.AsSpan(c), column, square);
    }

    private static void Apply(Span<double> values, double[] mirror, double square)
    {
        var dot = 0.0;
        for (var i = 0; i < mirror.Length; i++)
        {
            dot += values[i] * mirror[i];
        }

        var factor = 2 * dot / square;
        for (var i = 0; i < mirror.Length; i++)
        {
            values[i] -= factor * mirror[i];
        }
    }
}
