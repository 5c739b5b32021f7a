using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TakeOwedInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_outbox_due_at", table: "outbox");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due_at_id",
                table: "outbox",
                columns: new[] { "due_at", "id" },
                filter: "done_at IS NULL AND failed_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_ticket_version",
                table: "outbox",
                columns: new[] { "ticket", "version" },
                filter: "done_at IS NULL AND failed_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_outbox_due_at_id", table: "outbox");

            migrationBuilder.DropIndex(name: "ix_outbox_ticket_version", table: "outbox");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due_at",
                table: "outbox",
                column: "due_at",
                filter: "done_at IS NULL AND failed_at IS NULL"
            );
        }
    }
}
