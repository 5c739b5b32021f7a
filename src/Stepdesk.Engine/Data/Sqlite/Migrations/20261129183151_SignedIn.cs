using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignedIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "ends_at", table: "tokens", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "used_at", table: "tokens", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "signed_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<int>(type: "INTEGER", nullable: false),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signed_in", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(name: "ix_signed_in_person", table: "signed_in", column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "signed_in");

            migrationBuilder.DropColumn(name: "ends_at", table: "tokens");

            migrationBuilder.DropColumn(name: "used_at", table: "tokens");
        }
    }
}
