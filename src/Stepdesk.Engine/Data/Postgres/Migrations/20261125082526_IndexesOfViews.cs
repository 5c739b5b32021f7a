using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class IndexesOfViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tickets_unassigned",
                table: "tickets",
                columns: new[] { "world", "is_open", "sort_at", "id" },
                filter: "owner IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_tickets_world_id",
                table: "tickets",
                columns: new[] { "world", "id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_tickets_unassigned", table: "tickets");

            migrationBuilder.DropIndex(name: "ix_tickets_world_id", table: "tickets");
        }
    }
}
