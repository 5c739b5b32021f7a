using System.IO.Compression;
using System.Text;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Text that was packed with zlib or gzip and written as base64; what is none is the empty text.</summary>
internal static class CompressedText
{
    private const int Piece = 1 << 16;

    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Unpack("zlib_decompress_from_base64_string", s => new ZLibStream(s, CompressionMode.Decompress)),
        Unpack("gzip_decompress_from_base64_string", s => new GZipStream(s, CompressionMode.Decompress)),
    ];

    private static FunctionInfo Unpack(string name, Func<Stream, Stream> open) =>
        Declare.Text<string>(name, KqlType.String, s => Unpacked(s, open));

    // A little that was packed may unpack to very much: it is charged piece by piece.
    private static Maybe<string> Unpacked(string text, Func<Stream, Stream> open)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return "";
        }

        try
        {
            using var stream = open(new MemoryStream(bytes, 0, length));
            using var unpacked = new MemoryStream();
            var piece = new byte[Piece];
            for (int read; (read = stream.Read(piece)) > 0; )
            {
                Budget.Tick();
                Budget.Fits(3 * (unpacked.Length + read));
                unpacked.Write(piece, 0, read);
            }

            return Encoding.UTF8.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }
}
