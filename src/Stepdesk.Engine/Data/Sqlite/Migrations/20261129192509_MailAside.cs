using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailAside : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameIndex(name: "ix_mails_id", table: "mails", newName: "ix_mails_id1");

            migrationBuilder.CreateIndex(
                name: "ix_mails_id",
                table: "mails",
                column: "id",
                filter: "state = 2 OR (state = 1 AND ticket IS NULL)"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_mails_id", table: "mails");

            migrationBuilder.RenameIndex(name: "ix_mails_id1", table: "mails", newName: "ix_mails_id");
        }
    }
}
