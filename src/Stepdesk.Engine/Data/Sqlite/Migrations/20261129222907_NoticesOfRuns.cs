using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NoticesOfRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "seen_at", table: "sessions", type: "INTEGER", nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "ticket",
                table: "notices",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER"
            );

            migrationBuilder.AddColumn<int>(name: "session", table: "notices", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "scenario_texts",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scenario_texts", x => x.hash);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_notices_person_session_version_kind",
                table: "notices",
                columns: new[] { "person", "session", "version", "kind" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "scenario_texts");

            migrationBuilder.DropIndex(name: "ix_notices_person_session_version_kind", table: "notices");

            migrationBuilder.DropColumn(name: "seen_at", table: "sessions");

            migrationBuilder.DropColumn(name: "session", table: "notices");

            migrationBuilder.AlterColumn<int>(
                name: "ticket",
                table: "notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true
            );
        }
    }
}
