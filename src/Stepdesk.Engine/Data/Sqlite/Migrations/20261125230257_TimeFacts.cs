using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TimeFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "breaches",
                columns: table => new
                {
                    ticket = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    world = table.Column<int>(type: "INTEGER", nullable: false),
                    clock = table.Column<int>(type: "INTEGER", nullable: false),
                    @class = table.Column<int>(name: "class", type: "INTEGER", nullable: true),
                    team = table.Column<int>(type: "INTEGER", nullable: true),
                    owner = table.Column<int>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    because = table.Column<int>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breaches", x => new { x.ticket, x.version });
                }
            );

            migrationBuilder.CreateTable(
                name: "measures",
                columns: table => new
                {
                    ticket = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<int>(type: "INTEGER", nullable: false),
                    world = table.Column<int>(type: "INTEGER", nullable: false),
                    @class = table.Column<int>(name: "class", type: "INTEGER", nullable: true),
                    team = table.Column<int>(type: "INTEGER", nullable: true),
                    owner = table.Column<int>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    wall = table.Column<long>(type: "INTEGER", nullable: false),
                    working = table.Column<long>(type: "INTEGER", nullable: false),
                    kept = table.Column<int>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_measures",
                        x => new
                        {
                            x.ticket,
                            x.version,
                            x.what,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_breaches_world_at",
                table: "breaches",
                columns: new[] { "world", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_measures_world_at",
                table: "measures",
                columns: new[] { "world", "at" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "breaches");

            migrationBuilder.DropTable(name: "measures");
        }
    }
}
