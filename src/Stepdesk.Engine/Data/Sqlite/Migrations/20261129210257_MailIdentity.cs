using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailIdentity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "identity", table: "mails", type: "TEXT", nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_mails_world_identity",
                table: "mails",
                columns: new[] { "world", "identity" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_mails_world_identity", table: "mails");

            migrationBuilder.DropColumn(name: "identity", table: "mails");
        }
    }
}
