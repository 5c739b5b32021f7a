using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>Strings: codes are looked up once per distinct value, hex ids as numbers.</summary>
internal sealed class TextKeys() : KeyEncoder(KqlType.String)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> _longIds = [];
    private readonly Dictionary<UInt128, int> _shortIds = [];

    // Ids stay numbers until someone wants to see them.
    private readonly List<(string? Text, UInt128 Number, int Digits)> _values = [];
    private const int Absent = -2;

    private Pool<string>? _pool;
    private int[] _known = [];

    public override void Encode(Vector vector, int count, int[] into)
    {
        switch (vector)
        {
            case CodedVector<string> coded:
                EncodeCodes(coded, count, into);
                break;
            case HexVector hex:
                var ids = hex.Digits == 32 ? _longIds : _shortIds;
                for (var i = 0; i < count; i++)
                {
                    into[i] =
                        hex.IsMissing(i) ? Find("")
                        : ids.TryGetValue(hex.Values[i], out var id) ? id
                        : AddHex(ids, hex.Values[i], hex.Digits);
                }

                break;
            default:
                var values = Vectors.Dense<string>(vector);
                for (var i = 0; i < count; i++)
                {
                    into[i] = Find(values[i]);
                }

                break;
        }
    }

    private void EncodeCodes(CodedVector<string> coded, int count, int[] into)
    {
        if (!ReferenceEquals(_pool, coded.Pool))
        {
            _pool = coded.Pool;
            _known = [];
        }

        if (_known.Length < coded.Pool.Count)
        {
            var from = _known.Length;
            Array.Resize(ref _known, coded.Pool.Items.Length);
            _known.AsSpan(from).Fill(-1);
        }

        var known = _known;
        var codes = coded.Codes;
        for (var i = 0; i < count; i++)
        {
            var id = known[codes[i]];
            if (id == -1)
            {
                id = Find(coded.Pool.Items[codes[i]]);
                known[codes[i]] = id < 0 ? Absent : id;
            }

            into[i] = Math.Max(id, -1);
        }
    }

    private int AddHex(Dictionary<UInt128, int> ids, UInt128 value, int digits)
    {
        if (IsFrozen)
        {
            return -1;
        }

        _values.Add((null, value, digits));
        ids.Add(value, Count);
        return Count++;
    }

    // A text that could have come as a number is kept as one, so that both forms meet in one key.
    private int Find(string text)
    {
        if (text.Length is 32 or 16 && Hex.TryParse(text, out var number))
        {
            var hex = text.Length == 32 ? _longIds : _shortIds;
            return hex.TryGetValue(number, out var known) ? known : AddHex(hex, number, text.Length);
        }

        if (_ids.TryGetValue(text, out var id))
        {
            return id;
        }

        if (IsFrozen)
        {
            return -1;
        }

        _values.Add((text, 0, 0));
        _ids.Add(text, Count);
        return Count++;
    }

    public override Column Values()
    {
        var builder = new ColumnBuilder(KqlType.String, _values.Count);
        foreach (var (text, number, digits) in _values)
        {
            builder.Append(text ?? Hex.Text(number, digits));
        }

        return builder.ToColumn();
    }
}
