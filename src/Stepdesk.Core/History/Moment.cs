using Stepdesk.Core.People;

namespace Stepdesk.Core.History;

/// <summary>Who acts, and when (world time). The core never asks a clock.</summary>
public sealed record Moment(DateTimeOffset When, Actor Who);
