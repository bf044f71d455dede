using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Calls a robot. Only allowed servers, no redirects, a short answer in a short time.</summary>
public sealed class RobotClient(HttpClient http, IOptions<RobotOptions> options, TimeProvider clock)
{
    private sealed record Answer(int? errcode, string? errmsg);

    /// <summary>Sends a text.</summary>
    /// <exception cref="RobotException">Not allowed, not reached, or not taken; the message names neither address nor key.</exception>
    public async Task SendAsync(GroupRobot robot, string text, CancellationToken cancellationToken)
    {
        if (!options.Value.Allows(robot.Url))
            throw new RobotException("The address of the robot is not on the list of allowed servers.");
        using var body = new StringContent(RobotMessageFormat.Body(text), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await http.PostAsync(RobotMessageFormat.Address(robot, clock.GetUtcNow()), body, cancellationToken);
            await EnsureTakenAsync(answer, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new RobotException($"The server of the robot was not reached: {exception.HttpRequestError}");
        }
    }

    // Both answer 200 whatever happens; what counts is errcode.
    private static async Task EnsureTakenAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
            throw new RobotException($"HTTP {(int)answer.StatusCode}");
        try
        {
            var result = JsonSerializer.Deserialize<Answer>(await answer.Content.ReadAsStringAsync(cancellationToken));
            if (result?.errcode != 0)
                throw new RobotException($"{result?.errcode} {result?.errmsg}");
        }
        catch (JsonException)
        {
            throw new RobotException("The answer of the robot could not be read.");
        }
    }
}

/// <summary>A robot did not take a message.</summary>
public sealed class RobotException(string message) : Exception(message);
