using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherGrowthHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FileReadMark : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(name: "HasBeenRead", table: "WorkFiles", type: "INTEGER", nullable: false, defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "HasBeenRead", table: "WorkFiles");
        }
    }
}
