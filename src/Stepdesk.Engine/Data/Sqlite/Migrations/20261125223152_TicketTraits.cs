using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TicketTraits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ticket_traits",
                columns: table => new
                {
                    trait = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_traits", x => new { x.trait, x.ticket });
                }
            );

            migrationBuilder.CreateIndex(name: "ix_ticket_traits_ticket", table: "ticket_traits", column: "ticket");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ticket_traits");
        }
    }
}
