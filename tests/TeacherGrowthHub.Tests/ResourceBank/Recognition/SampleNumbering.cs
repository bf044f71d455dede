using DocumentFormat.OpenXml.Wordprocessing;

namespace TeacherGrowthHub.Tests.ResourceBank.Recognition;

/// <summary>Automatic numbers of a sample: "+ " 1. 2. 3.; "+L0 ", "+L1 ", "+L2 " 一、（一） 1.; "+N1 " to "+N9 " lists of their own; "+B " bullets.</summary>
internal static class SampleNumbering
{
    private const int Plain = 1;
    private const int Outline = 2;
    private const int Bullets = 3;
    private const int FirstList = 10;

    /// <summary>List and level of a line's mark.</summary>
    public static NumberingProperties Properties(string mark) =>
        mark.Trim() switch
        {
            ['+', 'L', var level] => Of(Outline, level - '0'),
            ['+', 'N', var list] => Of(FirstList + list - '0', 0),
            ['+', 'B'] => Of(Bullets, 0),
            _ => Of(Plain, 0),
        };

    public static Numbering Definitions()
    {
        var outline = Abstract(
            0,
            (NumberFormatValues.ChineseCounting, "%1、"),
            (NumberFormatValues.ChineseCountingThousand, "（%2）"),
            (NumberFormatValues.Decimal, "%3.")
        );
        var plain = Abstract(1, (NumberFormatValues.Decimal, "%1."));
        var bullets = Abstract(2, (NumberFormatValues.Bullet, "\uf06c"));
        var lists = Enumerable.Range(FirstList + 1, 9).Select(id => Instance(id, 1, restarts: true));
        return new Numbering([outline, plain, bullets, Instance(Plain, 1), Instance(Outline, 0), Instance(Bullets, 2), .. lists]);
    }

    private static NumberingProperties Of(int list, int level) =>
        new(new NumberingLevelReference { Val = level }, new NumberingId { Val = list });

    private static AbstractNum Abstract(int id, params (NumberFormatValues Format, string Text)[] levels) =>
        new(
            levels.Select(
                (level, index) =>
                    new Level(
                        new StartNumberingValue { Val = 1 },
                        new NumberingFormat { Val = level.Format },
                        new LevelText { Val = level.Text }
                    )
                    {
                        LevelIndex = index,
                    }
            )
        )
        {
            AbstractNumberId = id,
        };

    private static NumberingInstance Instance(int id, int definition, bool restarts = false)
    {
        var instance = new NumberingInstance(new AbstractNumId { Val = definition }) { NumberID = id };
        if (restarts)
            instance.AppendChild(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
        return instance;
    }
}
