using QRCoder;

namespace TeacherGrowthHub.People.Pages;

/// <summary>A QR code as an SVG element: attributes only, as the content security policy asks; white behind it in dark mode too.</summary>
public static class QrSvg
{
    private const int PixelsPerModule = 4;

    /// <summary>The code of a text.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
