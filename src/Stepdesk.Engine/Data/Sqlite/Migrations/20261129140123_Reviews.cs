using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "contested",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(
                name: "critical_failed",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(
                name: "for_mentor",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(
                name: "passed",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(name: "percent", table: "sessions", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "review",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<long>(name: "waiting_since", table: "sessions", type: "INTEGER", nullable: true);

            // What was handed in before there were reviews waits for one all the same; 2 is a session that is over.
            migrationBuilder.Sql("UPDATE sessions SET waiting_since = ended_at WHERE state = 2");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_waiting_since",
                table: "sessions",
                column: "waiting_since",
                filter: "waiting_since IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_sessions_waiting_since", table: "sessions");

            migrationBuilder.DropColumn(name: "contested", table: "sessions");

            migrationBuilder.DropColumn(name: "critical_failed", table: "sessions");

            migrationBuilder.DropColumn(name: "for_mentor", table: "sessions");

            migrationBuilder.DropColumn(name: "passed", table: "sessions");

            migrationBuilder.DropColumn(name: "percent", table: "sessions");

            migrationBuilder.DropColumn(name: "review", table: "sessions");

            migrationBuilder.DropColumn(name: "waiting_since", table: "sessions");
        }
    }
}
