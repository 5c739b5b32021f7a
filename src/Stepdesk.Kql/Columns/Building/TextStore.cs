namespace Stepdesk.Kql.Columns.Building;

/// <summary>
/// Texts. They begin as codes into a pool of distinct ones; ids that hardly repeat become numbers, other texts that
/// hardly repeat are kept as they are.
/// </summary>
internal sealed class TextStore(int capacity) : ColumnStore
{
    private TextForm _form = new CodedTexts(capacity);
    private SharedCodes<string>? _shared;

    public override void Append(object? value)
    {
        Unshare();
        Add((string?)value ?? "");
    }

    public override void Append(Vector vector)
    {
        if (vector is CodedVector<string> coded && (Count == 0 || _shared is not null))
        {
            _shared ??= new SharedCodes<string>(coded.Pool, capacity);
            if (_shared.TryAppend(coded))
            {
                Count = _shared.Count;
                return;
            }
        }

        Unshare();
        if (vector is Vector<string> plain && (Count == 0 || _form is PlainTexts))
        {
            var texts = _form as PlainTexts ?? new PlainTexts(capacity);
            _form = texts;
            texts.Add(plain.Values.AsSpan(0, vector.Length));
            Count += vector.Length;
            return;
        }

        base.Append(vector);
    }

    private void Add(string text)
    {
        while (!_form.TryAdd(text))
        {
            TextForm next = _form is CodedTexts { IdDigits: var digits and > 0 }
                ? new IdTexts(digits, Count)
                : new PlainTexts(Count * 2);
            for (var i = 0; i < Count; i++)
            {
                next.TryAdd(_form[i]);
            }

            _form = next;
        }

        Count++;
    }

    // The pool belongs to another column: go on with texts of our own.
    private void Unshare()
    {
        if (_shared is not { } shared)
        {
            return;
        }

        _shared = null;
        var texts = new PlainTexts(Count * 2);
        for (var i = 0; i < Count; i++)
        {
            texts.TryAdd(shared[i]);
        }

        _form = texts;
    }

    public override Column ToColumn() => _shared?.ToColumn(KqlType.String, "") ?? _form.ToColumn();
}

internal abstract class TextForm
{
    public abstract string this[int row] { get; }

    /// <summary>False when the text does not fit this form, or the form no longer pays.</summary>
    public abstract bool TryAdd(string text);

    public abstract Column ToColumn();
}

internal sealed class CodedTexts(int capacity) : TextForm
{
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Pool<string> _pool = new("");
    private readonly Codes _codes = new(capacity);
    private string _last = "";
    private int _lastCode;

    public override string this[int row] => _pool.Items[_codes[row]];

    public override bool TryAdd(string text)
    {
        // Many columns hold one text for long stretches, often the very same object.
        if (ReferenceEquals(text, _last))
        {
            _codes.Add(_lastCode);
            return true;
        }

        if (!_byText.TryGetValue(text, out var code))
        {
            if (HardlyRepeats)
            {
                return false;
            }

            code = _pool.Add(text);
            _byText.Add(text, code);
            IdDigits = (code == 1 || text.Length == IdDigits) && Hex.TryParse(text, out _) ? text.Length : 0;
        }

        (_last, _lastCode) = (text, code);
        _codes.Add(code);
        return true;
    }

    /// <summary>How many digits each text has where all are ids alike; 0 where they are not.</summary>
    public int IdDigits { get; private set; }

    // More than one new in four rows: codes no longer pay. Of ids that is soon clear, of others it is judged late, because
    // a few thousand urls look like that too when the table is young.
    private bool HardlyRepeats => _byText.Count > (IdDigits > 0 ? 1_024 : 32_768) && _byText.Count > _codes.Count / 4;

    public override Column ToColumn() =>
        _pool.Count == 1
            ? new ConstantColumn(KqlType.String, "", _codes.Count)
            : _codes.ToColumn(KqlType.String, _pool, empty: 0);
}

/// <summary>Ids of 16 or 32 hex digits as numbers; a text that is missing has none.</summary>
internal sealed class IdTexts(int digits, int capacity) : TextForm
{
    private UInt128[] _long = digits == 32 ? new UInt128[Math.Max(4, capacity)] : [];
    private ulong[] _short = digits == 16 ? new ulong[Math.Max(4, capacity)] : [];
    private ulong[]? _missing;
    private int _count;

    public override string this[int row] =>
        _missing is not null && Bits.Has(_missing, row) ? ""
        : digits == 32 ? Hex.Text(_long[row], 32)
        : Hex.Text(_short[row], 16);

    public override bool TryAdd(string text)
    {
        UInt128 number = 0;
        if (text.Length == 0)
        {
            Bits.Set(ref _missing, _count);
        }
        else if (text.Length != digits || !Hex.TryParse(text, out number))
        {
            return false;
        }

        if (digits == 32)
        {
            ColumnStore.Grow(ref _long, _count + 1);
            _long[_count++] = number;
        }
        else
        {
            ColumnStore.Grow(ref _short, _count + 1);
            _short[_count++] = (ulong)number;
        }

        return true;
    }

    public override Column ToColumn() =>
        digits == 32 ? new HexColumn(_long, _missing, _count) : new ShortHexColumn(_short, _missing, _count);
}

internal sealed class PlainTexts(int capacity) : TextForm
{
    private string[] _texts = new string[Math.Max(4, capacity)];
    private int _count;

    public override string this[int row] => _texts[row];

    public override bool TryAdd(string text)
    {
        ColumnStore.Grow(ref _texts, _count + 1);
        _texts[_count++] = text;
        return true;
    }

    public void Add(ReadOnlySpan<string> texts)
    {
        ColumnStore.Grow(ref _texts, _count + texts.Length);
        texts.CopyTo(_texts.AsSpan(_count));
        _count += texts.Length;
    }

    public override Column ToColumn() => new PlainColumn<string>(KqlType.String, _texts, "", _count);
}
