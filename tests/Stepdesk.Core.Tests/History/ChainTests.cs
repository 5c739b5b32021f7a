using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Core.History;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.History;

[Properties(Arbitrary = [typeof(Skeletons)])]
public sealed class ChainTests
{
    static readonly byte[] Salt = new byte[Chain.SaltSize];

    [Property]
    public void Any_changed_field_changes_the_hash(Skeleton one, Skeleton other)
    {
        Skeleton[] changed =
        [
            one with
            {
                Stream = other.Stream,
            },
            one with
            {
                Version = other.Version,
            },
            one with
            {
                World = other.World,
            },
            one with
            {
                At = other.At,
            },
            one with
            {
                RecordedAt = other.RecordedAt,
            },
            one with
            {
                Actor = other.Actor,
            },
            one with
            {
                Kind = other.Kind,
            },
            one with
            {
                Cause = other.Cause,
            },
        ];
        Assert.All(changed, c => Assert.Equal(c == one, Hash(c).AsSpan().SequenceEqual(Hash(one))));
    }

    [Fact]
    public void A_missing_cause_is_not_an_empty_one() =>
        Assert.NotEqual(Hash(Skeletons.Sample), Hash(Skeletons.Sample with { Cause = "" }));

    [Fact]
    public void Letters_moved_from_one_field_to_the_next_change_the_hash() =>
        Assert.NotEqual(
            Hash(Skeletons.Sample with { Actor = "person/1", Kind = "1noted" }),
            Hash(Skeletons.Sample with { Actor = "person/11", Kind = "noted" })
        );

    [Fact]
    public void The_same_instant_in_another_zone_is_the_same_fact() =>
        Assert.Equal(
            Hash(Skeletons.Sample),
            Hash(Skeletons.Sample with { At = Skeletons.Sample.At.ToOffset(TimeSpan.FromHours(-5)) })
        );

    [Property]
    public void A_changed_payload_or_salt_breaks_its_commitment(
        NonNull<string> payload,
        NonNull<string> other,
        byte[] salt
    )
    {
        var commitment = Chain.Commit(salt, payload.Get);

        Assert.Equal(commitment, Chain.Commit(salt, payload.Get));
        Assert.Equal(
            Utf8(payload.Get).SequenceEqual(Utf8(other.Get)),
            commitment.AsSpan().SequenceEqual(Chain.Commit(salt, other.Get))
        );
        Assert.NotEqual(commitment, Chain.Commit([.. salt, 1], payload.Get));
    }

    [Property]
    public void Whatever_is_altered_removed_or_reordered_is_seen_and_what_is_erased_is_not(Skeleton[] skeletons, int at)
    {
        var stream = skeletons
            .Select((s, i) => new Link(s with { Version = i + 1 }, Chain.Commit(Salt, $"payload {i}")))
            .ToList();
        var head = Head(stream);

        // Erasing takes a payload and its salt. Neither is in a link, so there is nothing here that could change.
        Assert.Equal(head, Head(stream));
        if (stream.Count == 0)
            return;
        var i = Math.Abs(at % stream.Count);
        var altered = stream.ToList();
        altered[i] = altered[i] with { Commitment = Chain.Commit(Salt, "something else") };
        Assert.NotEqual(head, Head(altered));
        Assert.NotEqual(head, Head([.. stream.Where((_, n) => n != i)]));
        if (stream.Count > 1)
            Assert.NotEqual(head, Head([.. stream.AsEnumerable().Reverse()]));
    }

    static byte[] Hash(Skeleton skeleton) => Chain.Next([], skeleton, new byte[32]);

    static byte[] Head(List<Link> stream) =>
        stream.Aggregate(Array.Empty<byte>(), (previous, link) => Chain.Next(previous, link.Skeleton, link.Commitment));

    // What is stored: half a surrogate pair has no UTF-8 and becomes its replacement.
    static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    sealed record Link(Skeleton Skeleton, byte[] Commitment);

    public static class Skeletons
    {
        public static readonly Skeleton Sample = new("ticket/1", 1, 1, Nine, Nine, "person/1", "noted", null);

        public static Arbitrary<Skeleton> Arbitrary() =>
            (
                from stream in Gen.Elements("ticket/1", "ticket/11", "person/1")
                from version in Gen.Choose(1, 3)
                from world in Gen.Choose(1, 2)
                from at in Gen.Choose(0, 3)
                from recorded in Gen.Choose(0, 3)
                from actor in Gen.Elements("person/1", "system/mail")
                from kind in Gen.Elements("noted", "closed")
                from cause in Gen.Elements(null, "", "import")
                select new Skeleton(
                    stream,
                    version,
                    world,
                    Nine.AddMicroseconds(at),
                    Nine.AddMicroseconds(recorded),
                    actor,
                    kind,
                    cause
                )
            ).ToArbitrary();
    }
}
