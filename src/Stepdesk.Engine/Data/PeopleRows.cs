using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Data;

/// <summary>Somebody the desk knows, staff or customer. How staff sign in stands apart, in <see cref="Account"/>.</summary>
public sealed class PersonRow
{
    public required int Id { get; init; }
    public required int World { get; init; }
    public required string Name { get; set; }

    /// <summary>As it is written to.</summary>
    public required string Email { get; set; }

    /// <summary>As it is looked up by: lower case; unique in its world.</summary>
    public required string EmailKey { get; set; }
    public required Role Role { get; set; }

    /// <summary>The language the desk speaks with this person.</summary>
    public required Language Language { get; set; }
    public int? Team { get; set; }
    public bool IsActive { get; set; } = true;

    /// <summary>By the name of its calendar, when they work; null for whenever the desk does.</summary>
    public string? Calendar { get; set; }

    /// <summary>Since or from when they are away; null where nothing is planned.</summary>
    public DateTimeOffset? AwayFrom { get; set; }

    /// <summary>Until when; null for until further notice.</summary>
    public DateTimeOffset? AwayUntil { get; set; }

    /// <summary>Which of all turns was theirs last when tickets were given out by a rule; null for none yet.</summary>
    public int? Turn { get; set; }
    public int Version { get; set; }

    /// <summary>The absence that is on or to come.</summary>
    public Away? Away => AwayFrom is { } from ? new(from, AwayUntil) : null;

    public Actor AsActor => Actor.Person(Id, Role);

    internal sealed class Mapping : IEntityTypeConfiguration<PersonRow>
    {
        public void Configure(EntityTypeBuilder<PersonRow> person)
        {
            person.ToTable("people");
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Ignore(p => p.Away);
            person.HasIndex(p => new { p.World, p.EmailKey }).IsUnique();
            person.HasIndex(p => new
            {
                p.World,
                p.Role,
                p.Id,
            });
        }
    }
}

/// <summary>How a person signs in; shares the person's id. Only people who sign in have one.</summary>
public sealed class Account : IdentityUser<int>;

/// <summary>An API token. Only its hash is kept; the token itself is shown once.</summary>
public sealed class TokenRow
{
    public required int Id { get; init; }
    public required int Person { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From here on it opens nothing; null for a token that does not end by itself.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it last opened something, to the hour; null when it never did.</summary>
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TokenRow>
    {
        public void Configure(EntityTypeBuilder<TokenRow> token)
        {
            token.ToTable("tokens");
            token.Property(t => t.Id).ValueGeneratedNever();
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasIndex(t => t.Person);
        }
    }
}

/// <summary>A browser somebody is signed in with. Its cookie is worth nothing once this row is gone.</summary>
public sealed class SignedInRow
{
    public required Guid Id { get; init; }
    public required int Person { get; init; }
    public required DateTimeOffset BeganAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SignedInRow>
    {
        public void Configure(EntityTypeBuilder<SignedInRow> browser)
        {
            browser.ToTable("signed_in");
            browser.Property(b => b.Id).ValueGeneratedNever();
            browser.HasIndex(b => b.Person);
        }
    }
}

/// <summary>A group of colleagues that owns tickets together.</summary>
public sealed class TeamRow
{
    public required int Id { get; init; }
    public required int World { get; init; }
    public required string Name { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TeamRow>
    {
        public void Configure(EntityTypeBuilder<TeamRow> team)
        {
            team.ToTable("teams");
            team.Property(t => t.Id).ValueGeneratedNever();
            team.HasIndex(t => new { t.World, t.Name }).IsUnique();
        }
    }
}

/// <summary>The live desk or, later, one practice session.</summary>
public sealed class WorldRow
{
    public const int Live = 1;

    public required int Id { get; init; }
    public required string Name { get; set; }

    /// <summary>IANA name of the desk's time zone.</summary>
    public required string Zone { get; set; }
    public required Language Language { get; set; }

    /// <summary>A demo desk keeps its mail in a drawer: nobody real can be written to.</summary>
    public required bool IsDemo { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WorldRow>
    {
        public void Configure(EntityTypeBuilder<WorldRow> world)
        {
            world.ToTable("worlds");
            world.Property(w => w.Id).ValueGeneratedNever();
        }
    }
}
