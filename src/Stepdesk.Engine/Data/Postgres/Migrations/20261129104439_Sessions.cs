using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Postgres.Migrations
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
                    id = table.Column<int>(type: "integer", nullable: false),
                    scenario = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    trainee = table.Column<int>(type: "integer", nullable: false),
                    inside = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    sim_anchor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    real_anchor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    ticket = table.Column<int>(type: "integer", nullable: true),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    entered = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
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
