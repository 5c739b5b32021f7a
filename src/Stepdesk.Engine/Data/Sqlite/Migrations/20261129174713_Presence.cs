using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Presence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "away_from", table: "people", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "away_until", table: "people", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "calendar", table: "people", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "turn", table: "people", type: "INTEGER", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "away_from", table: "people");

            migrationBuilder.DropColumn(name: "away_until", table: "people");

            migrationBuilder.DropColumn(name: "calendar", table: "people");

            migrationBuilder.DropColumn(name: "turn", table: "people");
        }
    }
}
