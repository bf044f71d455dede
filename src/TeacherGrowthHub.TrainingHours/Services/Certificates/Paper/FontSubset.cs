using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>
/// Cuts a font down to the characters of one document. Embedded whole it weighs 12 MB; and a whole Chinese font has one glyph for a
/// character and its radical, so that copied text would give the radical.
/// </summary>
internal static partial class FontSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const uint NoHinting = 1;

    /// <summary>The font with these characters alone.</summary>
    /// <param name="face">Number of the font inside a collection; 0 otherwise.</param>
    /// <exception cref="InvalidOperationException">The file is no font.</exception>
    public static byte[] Make(string path, int face, IEnumerable<Rune> runes)
    {
        using var blob = Blob.FromFile(path);
        using var whole = new Face(blob, face);
        var input = CreateInput();
        try
        {
            SetFlags(input, NoHinting);
            var wanted = UnicodeSet(input);
            foreach (var rune in runes)
                Add(wanted, (uint)rune.Value);
            return Bytes(Subset(whole.Handle, input), path);
        }
        finally
        {
            DestroyInput(input);
        }
    }

    private static byte[] Bytes(nint subset, string path)
    {
        if (subset == 0)
            throw new InvalidOperationException($"No subset can be made of {path}.");
        var blob = ReferenceBlob(subset);
        var data = Data(blob, out var length);
        var bytes = new byte[length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        DestroyBlob(blob);
        DestroyFace(subset);
        return bytes;
    }

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    private static partial nint CreateInput();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    private static partial void DestroyInput(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    private static partial void SetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_unicode_set")]
    private static partial nint UnicodeSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    private static partial void Add(nint set, uint codePoint);

    [LibraryImport(Library, EntryPoint = "hb_subset_or_fail")]
    private static partial nint Subset(nint face, nint input);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    private static partial nint ReferenceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    private static partial void DestroyFace(nint face);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    private static partial nint Data(nint blob, out uint length);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    private static partial void DestroyBlob(nint blob);
}
