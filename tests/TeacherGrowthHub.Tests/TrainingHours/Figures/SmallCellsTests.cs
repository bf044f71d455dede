using TeacherGrowthHub.TrainingHours.Domain.Figures;

namespace TeacherGrowthHub.Tests.TrainingHours.Figures;

public sealed class SmallCellsTests
{
    [Theory]
    [InlineData(4, 20, null, 20)]
    [InlineData(16, 20, null, 20)]
    [InlineData(3, 4, null, null)]
    [InlineData(5, 20, 5, 20)]
    [InlineData(0, 20, 0, 20)]
    [InlineData(20, 20, 20, 20)]
    [InlineData(0, 0, 0, 0)]
    public void Should_show_no_cell_from_which_fewer_than_five_could_be_told(int part, int whole, int? shownPart, int? shownWhole) =>
        SmallCells.Hide(part, whole).ShouldBe(new PublicCell(shownPart, shownWhole));

    [Fact]
    public void Should_hide_a_second_cell_where_one_could_be_found_by_subtraction()
    {
        var cells = SmallCells.Of([(3, 30), (12, 40), (20, 50)]);
        cells.Select(cell => cell.Part).ShouldBe([null, null, 20]);
        cells.Select(cell => cell.Whole).ShouldBe([30, 40, 50]);
        SmallCells.Of([(3, 30), (2, 40), (20, 50)]).Select(cell => cell.Part).ShouldBe([null, null, 20]);
        SmallCells.Of([(1, 2), (12, 40), (20, 50)])[1].ShouldBe(new PublicCell(null, null));
    }

    [Theory]
    [InlineData(999, 1000, 99)]
    [InlineData(1, 1000, 1)]
    [InlineData(1000, 1000, 100)]
    [InlineData(0, 1000, 0)]
    [InlineData(715, 1000, 72)]
    [InlineData(0, 0, null)]
    public void Should_say_a_hundred_only_when_nothing_is_missing(int part, int whole, int? percent) =>
        Percent.Of(part, whole).ShouldBe(percent);
}
