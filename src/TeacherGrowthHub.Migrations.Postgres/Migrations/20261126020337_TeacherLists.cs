using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherGrowthHub.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TeacherLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Teachers_PresentPath_Name", table: "Teachers");

            migrationBuilder.AddColumn<int>(name: "PresentDuties", table: "Teachers", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsSecondary",
                table: "TeacherPosts",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateIndex(
                name: "IX_Teachers_List",
                table: "Teachers",
                columns: new[] { "PresentPath", "Name", "TeacherNumber", "Status", "Stage", "Title", "PresentDuties" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Teachers_List", table: "Teachers");

            migrationBuilder.DropColumn(name: "PresentDuties", table: "Teachers");

            migrationBuilder.DropColumn(name: "IsSecondary", table: "TeacherPosts");

            migrationBuilder.CreateIndex(name: "IX_Teachers_PresentPath_Name", table: "Teachers", columns: new[] { "PresentPath", "Name" });
        }
    }
}
