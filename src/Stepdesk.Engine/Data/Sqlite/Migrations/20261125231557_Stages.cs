using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Stages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "stage", table: "tickets", type: "INTEGER", nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_tickets_world_is_open_team_step_sort_at_id_stage",
                table: "tickets",
                columns: new[] { "world", "is_open", "team", "step", "sort_at", "id", "stage" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_tickets_world_is_open_team_step_sort_at_id_stage", table: "tickets");

            migrationBuilder.DropColumn(name: "stage", table: "tickets");
        }
    }
}
