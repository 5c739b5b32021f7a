using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_tickets_next_check_at", table: "tickets");

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    scenario = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    trainee = table.Column<int>(type: "INTEGER", nullable: false),
                    inside = table.Column<int>(type: "INTEGER", nullable: false),
                    mode = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    sim_anchor = table.Column<long>(type: "INTEGER", nullable: false),
                    real_anchor = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    ticket = table.Column<int>(type: "INTEGER", nullable: true),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    entered = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_tickets_world_next_check_at",
                table: "tickets",
                columns: new[] { "world", "next_check_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_sessions_due_at",
                table: "sessions",
                column: "due_at",
                filter: "due_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_sessions_trainee_id",
                table: "sessions",
                columns: new[] { "trainee", "id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "sessions");

            migrationBuilder.DropIndex(name: "ix_tickets_world_next_check_at", table: "tickets");

            migrationBuilder.CreateIndex(name: "ix_tickets_next_check_at", table: "tickets", column: "next_check_at");
        }
    }
}
