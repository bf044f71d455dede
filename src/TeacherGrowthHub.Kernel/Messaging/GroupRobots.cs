using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>A text on its way to a robot, by the outbox.</summary>
/// <param name="RobotId">The robot; one that is gone by then is passed over.</param>
/// <param name="Text">The text.</param>
public sealed record RobotMessage(string RobotId, string Text);

/// <summary>Writes into the chat groups of organisations.</summary>
public sealed class GroupRobots(SiteSettings settings, Outbox outbox)
{
    /// <summary>Lets every robot of that organisation say something; stored by the caller's SaveChanges, sent after its commit.</summary>
    /// <param name="path">The organisation itself; neither those above nor those below hear of it.</param>
    /// <param name="text">What is said, ready to read; at most 2048 bytes are kept.</param>
    /// <returns>How many robots were asked; 0 where the organisation has none.</returns>
    public async Task<int> SendAsync(string path, string text, CancellationToken cancellationToken = default)
    {
        var robots = (await settings.GetAsync<GroupRobotSettings>(cancellationToken)).Robots.FindAll(robot => robot.Path == path);
        robots.ForEach(robot => outbox.Add(new RobotMessage(robot.Id, text)));
        return robots.Count;
    }
}

/// <summary>Sends what the outbox holds for robots.</summary>
public sealed class RobotMessageHandler(SiteSettings settings, RobotClient client) : IOutboxHandler<RobotMessage>
{
    public async Task HandleAsync(RobotMessage message, CancellationToken cancellationToken)
    {
        var robots = (await settings.GetAsync<GroupRobotSettings>(cancellationToken)).Robots;
        if (robots.Find(robot => robot.Id == message.RobotId) is { } robot)
            await client.SendAsync(robot, message.Text, cancellationToken);
    }
}
