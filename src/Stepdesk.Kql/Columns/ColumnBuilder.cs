namespace Stepdesk.Kql.Columns;

/// <summary>
/// Collects the values of one column and picks the smallest form that fits. A column can be taken at any time and the
/// builder goes on: what was taken does not change.
/// </summary>
public sealed class ColumnBuilder
{
    private readonly Store _store;

    public ColumnBuilder(KqlType type, int capacity = 16)
    {
        Type = type;
        _store = type switch
        {
            KqlType.Bool => new ValueStore<bool>(type, capacity, v => (bool)v),
            KqlType.Int => new IntStore(capacity),
            KqlType.Real => new ValueStore<double>(type, capacity, AsDouble),
            KqlType.Decimal => new ValueStore<decimal>(type, capacity, v => (decimal)v),
            KqlType.Guid => new ValueStore<Guid>(type, capacity, v => (Guid)v),
            KqlType.String => new TextStore(capacity),
            KqlType.Dynamic => new DynamicStore(capacity),
            _ => new ValueStore<long>(type, capacity, Cell.Unbox),
        };
    }

    public KqlType Type { get; }

    public int Count => _store.Count;

    public void Append(object? value) => _store.Append(value);

    public void Append(Vector vector) => _store.Append(vector);

    public void AppendLong(long value)
    {
        if (_store is ValueStore<long> longs)
        {
            longs.Add(value);
        }
        else
        {
            _store.Append(value);
        }
    }

    public Column ToColumn() => _store.ToColumn();

    public static Column From(Vector vector)
    {
        var builder = new ColumnBuilder(vector.Type, vector.Length);
        builder.Append(vector);
        return builder.ToColumn();
    }

    private static double AsDouble(object value) => value is double number ? number : Convert.ToDouble(value, null);

    private abstract class Store
    {
        public int Count { get; protected set; }

        public abstract void Append(object? value);

        public virtual void Append(Vector vector)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                Append(vector[i]);
            }
        }

        public abstract Column ToColumn();

        protected static void Grow<T>(ref T[] array, int needed)
        {
            if (needed > array.Length)
            {
                Array.Resize(ref array, Math.Max(needed, array.Length * 2));
            }
        }
    }

    private sealed class ValueStore<T>(KqlType type, int capacity, Func<object, T> unbox) : Store
        where T : struct
    {
        private T[] _values = new T[Math.Max(4, capacity)];
        private ulong[]? _nulls;

        public void Add(T value)
        {
            Grow(ref _values, Count + 1);
            _values[Count++] = value;
        }

        public override void Append(object? value)
        {
            if (value is null)
            {
                Grow(ref _values, Count + 1);
                Bits.Set(ref _nulls, Count++);
            }
            else
            {
                Add(unbox(value));
            }
        }

        public override void Append(Vector vector)
        {
            if (vector is not Vector<T> plain)
            {
                base.Append(vector);
                return;
            }

            Grow(ref _values, Count + vector.Length);
            Array.Copy(plain.Values, 0, _values, Count, vector.Length);
            if (plain.Nulls is { } nulls)
            {
                for (var i = 0; i < vector.Length; i++)
                {
                    if (nulls[i])
                    {
                        Bits.Set(ref _nulls, Count + i);
                    }
                }
            }

            Count += vector.Length;
        }

        public override Column ToColumn() => new ValueColumn<T>(type, _values, _nulls, Count);
    }

    private sealed class IntStore(int capacity) : Store
    {
        private int[] _values = new int[Math.Max(4, capacity)];
        private ulong[]? _nulls;

        public override void Append(object? value)
        {
            Grow(ref _values, Count + 1);
            if (value is null)
            {
                Bits.Set(ref _nulls, Count);
            }
            else
            {
                _values[Count] = unchecked((int)Cell.Unbox(value));
            }

            Count++;
        }

        public override Column ToColumn() => new IntColumn(_values, _nulls, Count);
    }

    private sealed class TextStore(int capacity) : Store
    {
        private enum Form
        {
            Bytes,
            Shorts,
            Ints,
            Shared,
            Hex,
            ShortHex,
            Plain,
        }

        private readonly int _capacity = Math.Max(4, capacity);
        private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
        private Form _form = Form.Bytes;
        private Pool<string> _pool = new("");
        private byte[] _bytes = [];
        private ushort[] _shorts = [];
        private int[] _ints = [];
        private UInt128[] _hex = [];
        private ulong[] _shortHex = [];
        private string[] _plain = [];
        private int _empty;

        public override void Append(object? value) => Add((string?)value ?? "");

        public override void Append(Vector vector)
        {
            switch (vector)
            {
                case CodedVector<string> coded when CanShare(coded.Pool):
                    _pool = coded.Pool;
                    _form = Form.Shared;
                    Grow(ref _ints, Count + vector.Length);
                    Array.Copy(coded.Codes, 0, _ints, Count, vector.Length);
                    Count += vector.Length;
                    break;
                case Vector<string> plain when Count == 0 || _form == Form.Plain:
                    _form = Form.Plain;
                    Grow(ref _plain, Count + vector.Length);
                    Array.Copy(plain.Values, 0, _plain, Count, vector.Length);
                    Count += vector.Length;
                    break;
                default:
                    base.Append(vector);
                    break;
            }
        }

        private bool CanShare(Pool<string> pool) =>
            Count == 0 || (_form == Form.Shared && ReferenceEquals(pool, _pool));

        private void Add(string text)
        {
            switch (_form)
            {
                case Form.Plain:
                    Grow(ref _plain, Count + 1);
                    _plain[Count++] = text;
                    return;
                case Form.Hex or Form.ShortHex:
                    AddHex(text);
                    return;
                case Form.Shared:
                    ToPlain();
                    Add(text);
                    return;
                default:
                    AddCoded(text);
                    return;
            }
        }

        private void AddCoded(string text)
        {
            if (_byText.Count == 0)
            {
                _byText.Add("", 0);
            }

            if (!_byText.TryGetValue(text, out var code))
            {
                // Many values, and more than one new in four rows: codes no longer pay. Judged late, because a few
                // thousand urls look like that too when the table is young.
                if (_byText.Count > 32_768 && _byText.Count > Count / 4)
                {
                    LeaveCodes();
                    Add(text);
                    return;
                }

                code = _pool.Add(text);
                _byText.Add(text, code);
            }

            switch (_form)
            {
                case Form.Bytes when code > byte.MaxValue:
                    _shorts = new ushort[Math.Max(Count * 2, _capacity)];
                    for (var i = 0; i < Count; i++)
                    {
                        _shorts[i] = _bytes[i];
                    }

                    _bytes = [];
                    _form = Form.Shorts;
                    break;
                case Form.Shorts when code > ushort.MaxValue:
                    _ints = new int[Count * 2];
                    for (var i = 0; i < Count; i++)
                    {
                        _ints[i] = _shorts[i];
                    }

                    _shorts = [];
                    _form = Form.Ints;
                    break;
            }

            switch (_form)
            {
                case Form.Bytes:
                    Grow(ref _bytes, Math.Max(Count + 1, Count == 0 ? _capacity : 0));
                    _bytes[Count++] = (byte)code;
                    break;
                case Form.Shorts:
                    Grow(ref _shorts, Count + 1);
                    _shorts[Count++] = (ushort)code;
                    break;
                default:
                    Grow(ref _ints, Count + 1);
                    _ints[Count++] = code;
                    break;
            }
        }

        private int CodeAt(int row) =>
            _form switch
            {
                Form.Bytes => _bytes[row],
                Form.Shorts => _shorts[row],
                _ => _ints[row],
            };

        private void LeaveCodes()
        {
            var digits = 0;
            for (var i = 1; i < _pool.Count; i++)
            {
                if (!Hex.TryParse(_pool.Items[i], out _) || (digits != 0 && digits != _pool.Items[i].Length))
                {
                    ToPlain();
                    return;
                }

                digits = _pool.Items[i].Length;
            }

            // The empty string has no number: a column that holds it stays text.
            for (var i = 0; i < Count; i++)
            {
                if (CodeAt(i) == 0)
                {
                    ToPlain();
                    return;
                }
            }

            var size = Math.Max(Count * 2, _capacity);
            _hex = digits == 32 ? new UInt128[size] : [];
            _shortHex = digits == 16 ? new ulong[size] : [];
            for (var i = 0; i < Count; i++)
            {
                _ = Hex.TryParse(_pool.Items[CodeAt(i)], out var number);
                if (digits == 32)
                {
                    _hex[i] = number;
                }
                else
                {
                    _shortHex[i] = (ulong)number;
                }
            }

            _form = digits == 32 ? Form.Hex : Form.ShortHex;
            DropCodes();
        }

        private void AddHex(string text)
        {
            var digits = _form == Form.Hex ? 32 : 16;
            if (text.Length != digits || !Hex.TryParse(text, out var number))
            {
                ToPlain();
                Add(text);
            }
            else if (_form == Form.Hex)
            {
                Grow(ref _hex, Count + 1);
                _hex[Count++] = number;
            }
            else
            {
                Grow(ref _shortHex, Count + 1);
                _shortHex[Count++] = (ulong)number;
            }
        }

        private void ToPlain()
        {
            var plain = new string[Math.Max(Count * 2, 16)];
            for (var i = 0; i < Count; i++)
            {
                plain[i] = _form switch
                {
                    Form.Hex => Hex.Text(_hex[i], 32),
                    Form.ShortHex => Hex.Text(_shortHex[i], 16),
                    _ => _pool.Items[CodeAt(i)],
                };
            }

            _plain = plain;
            _form = Form.Plain;
            DropCodes();
        }

        private void DropCodes()
        {
            _bytes = [];
            _shorts = [];
            _ints = [];
            if (_form == Form.Plain)
            {
                _hex = [];
                _shortHex = [];
            }

            _byText.Clear();
            _pool = new Pool<string>("");
        }

        public override Column ToColumn()
        {
            if (_form == Form.Shared)
            {
                _empty = EmptyIn(_pool);
            }

            return _form switch
            {
                Form.Bytes when _pool.Count <= 1 => new ConstantColumn(KqlType.String, "", Count),
                Form.Bytes => new CodedColumn<string, byte>(KqlType.String, _bytes, _pool, 0, Count),
                Form.Shorts => new CodedColumn<string, ushort>(KqlType.String, _shorts, _pool, 0, Count),
                Form.Ints => new CodedColumn<string, int>(KqlType.String, _ints, _pool, 0, Count),
                Form.Shared => new CodedColumn<string, int>(KqlType.String, _ints, _pool, _empty, Count),
                Form.Hex => new HexColumn(_hex, Count),
                Form.ShortHex => new ShortHexColumn(_shortHex, Count),
                _ => new PlainColumn<string>(KqlType.String, _plain, "", Count),
            };
        }

        // Adding an entry at the end of a pool is safe for everyone who reads it.
        private static int EmptyIn(Pool<string> pool)
        {
            for (var i = 0; i < pool.Count; i++)
            {
                if (pool.Items[i] is { Length: 0 })
                {
                    return i;
                }
            }

            return pool.Add("");
        }
    }

    private sealed class DynamicStore(int capacity) : Store
    {
        private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
        private Pool<object?> _pool = new(4);
        private int[] _codes = new int[Math.Max(4, capacity)];
        private bool _shared;

        public override void Append(object? value)
        {
            Grow(ref _codes, Count + 1);
            if (_shared)
            {
                Unshare();
            }

            // Beyond this many distinct values looking each one up costs more than it saves.
            if (_byText.Count > 4096 && _byText.Count > Count / 2)
            {
                _codes[Count++] = _pool.Add(value);
                return;
            }

            var text = value is null ? "" : Json.Write(value);
            if (!_byText.TryGetValue(text, out var code))
            {
                code = _pool.Add(value);
                _byText.Add(text, code);
            }

            _codes[Count++] = code;
        }

        public override void Append(Vector vector)
        {
            if (vector is CodedVector<object?> coded && (Count == 0 || (_shared && ReferenceEquals(_pool, coded.Pool))))
            {
                _pool = coded.Pool;
                _shared = true;
                Grow(ref _codes, Count + vector.Length);
                Array.Copy(coded.Codes, 0, _codes, Count, vector.Length);
                Count += vector.Length;
                return;
            }

            if (vector is Vector<object?> plain)
            {
                Unshare();
                Grow(ref _codes, Count + vector.Length);
                for (var i = 0; i < vector.Length; i++)
                {
                    _codes[Count++] = _pool.Add(plain.Values[i]);
                }

                return;
            }

            base.Append(vector);
        }

        // The pool belongs to another column: go on with a copy of our own.
        private void Unshare()
        {
            if (!_shared)
            {
                return;
            }

            var own = new Pool<object?>(_pool.Count);
            for (var i = 0; i < _pool.Count; i++)
            {
                own.Add(_pool.Items[i]);
            }

            _pool = own;
            _shared = false;
        }

        public override Column ToColumn()
        {
            var empty = -1;
            for (var i = 0; i < _pool.Count && empty < 0; i++)
            {
                empty = _pool.Items[i] is null ? i : -1;
            }

            if (empty < 0)
            {
                Unshare();
                empty = _pool.Add(null);
            }

            return new CodedColumn<object?, int>(KqlType.Dynamic, _codes, _pool, empty, Count);
        }
    }
}
