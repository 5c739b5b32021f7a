using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>What a step asks for before it is done. Only something that happened meets a demand, never a click.</summary>
public enum Demand
{
    /// <summary>The report is a ticket.</summary>
    Logged = 1,

    /// <summary>An answer to the requester was written and is not known to be lost.</summary>
    AnswerWritten,

    /// <summary>An answer was accepted for delivery to the requester.</summary>
    AnswerArrived,

    /// <summary>What was found is written down.</summary>
    DiagnosisWritten,

    /// <summary>A resolution of some kind, with what that kind has to say; see <see cref="Resolve"/>.</summary>
    Resolved,

    /// <summary>A message that tells the resolution was written and is not known to be lost.</summary>
    ResolutionWritten,

    /// <summary>That message was accepted for delivery to the requester.</summary>
    ResolutionArrived,

    /// <summary>The customer said that it works.</summary>
    Confirmed,

    /// <summary>A trend, or that there is none.</summary>
    TrendNoted,
}

/// <summary>A demand of a step, and what came of it.</summary>
/// <param name="Mark">The event that meets it; null while none does.</param>
/// <param name="Skipped">Where somebody went on without it, for a reason; see <see cref="Overridden"/>.</param>
public sealed record Evidence(Demand Demand, Mark? Mark, Mark? Skipped = null);
