using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherGrowthHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AccountOffices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "ImportBatchId", table: "Accounts", type: "TEXT", maxLength: 26, nullable: true);

            migrationBuilder.AddColumn<string>(name: "OrganizationId", table: "Accounts", type: "TEXT", maxLength: 26, nullable: true);

            migrationBuilder.CreateIndex(name: "IX_Accounts_ImportBatchId", table: "Accounts", column: "ImportBatchId");

            migrationBuilder.CreateIndex(name: "IX_Accounts_OrganizationId", table: "Accounts", column: "OrganizationId");

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_ImportBatches_ImportBatchId",
                table: "Accounts",
                column: "ImportBatchId",
                principalTable: "ImportBatches",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull
            );

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_Organizations_OrganizationId",
                table: "Accounts",
                column: "OrganizationId",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_Accounts_ImportBatches_ImportBatchId", table: "Accounts");

            migrationBuilder.DropForeignKey(name: "FK_Accounts_Organizations_OrganizationId", table: "Accounts");

            migrationBuilder.DropIndex(name: "IX_Accounts_ImportBatchId", table: "Accounts");

            migrationBuilder.DropIndex(name: "IX_Accounts_OrganizationId", table: "Accounts");

            migrationBuilder.DropColumn(name: "ImportBatchId", table: "Accounts");

            migrationBuilder.DropColumn(name: "OrganizationId", table: "Accounts");
        }
    }
}
