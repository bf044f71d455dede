using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>A mail server on loopback that takes every message and hands it to the test.</summary>
public sealed class SmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<MimeMessage> _messages = Channel.CreateUnbounded<MimeMessage>();

    public SmtpServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many messages have come that no test has taken.</summary>
    public int Waiting => _messages.Reader.Count;

    /// <summary>Settings of a site that sends here.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = Port.ToString(),
            ["Smtp:Security"] = "None",
            ["Smtp:From"] = "hub@example.org",
            ["Smtp:SiteAddress"] = "https://hub.example.org",
        };

    /// <summary>The next message.</summary>
    public async Task<MimeMessage> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _messages.Reader.ReadAsync(deadline.Token);
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException) { }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            var isData = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
            await writer.WriteLineAsync(isData ? "354 go on" : "250 ok");
            if (!isData)
                continue;
            await TakeAsync(reader);
            await writer.WriteLineAsync("250 taken");
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        await _messages.Writer.WriteAsync(await MimeMessage.LoadAsync(stream));
    }
}
