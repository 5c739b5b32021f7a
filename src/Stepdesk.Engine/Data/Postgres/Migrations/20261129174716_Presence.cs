using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stepdesk.Engine.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Presence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "away_from",
                table: "people",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "away_until",
                table: "people",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "calendar", table: "people", type: "text", nullable: true);

            migrationBuilder.AddColumn<int>(name: "turn", table: "people", type: "integer", nullable: true);
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
