using Stepdesk.Core.Tickets;

namespace Stepdesk.Tests.Door;

/// <summary>What people ask of a ticket with a fixed date, and of one without.</summary>
static class FixedWorkWays
{
    public static Way[] All =>
        [
            new(
                "scope",
                new SetScope([new("Report", Need.MustHave, 60)]),
                "scope",
                new
                {
                    items = new[]
                    {
                        new
                        {
                            text = "Report",
                            need = "must_have",
                            minutes = 60,
                        },
                    },
                }
            )
            {
                Form = "scope",
                Typed = [("Text", "Report – 1h"), ("Fields", "")],
            },
            new("question", new NoteQuestion("Which period?"), "questions", new { text = "Which period?" })
            {
                Form = "question",
                Typed = [("Text", "Which period?")],
            },
            new(
                "clarify nothing",
                new NoteAnswer(99, "Spring"),
                "clarifications",
                new { question = 99, text = "Spring" }
            )
            {
                Form = "clarify",
                Typed = [("Escalation", "99"), ("Text", "Spring")],
            },
            new(
                "negotiate",
                new Negotiate(BargainStep.Asked, "All of it", "Lan"),
                "negotiation",
                new
                {
                    step = "asked",
                    text = "All of it",
                    by = "Lan",
                }
            )
            {
                Form = "bargain",
                Typed = [("Kind", "Asked"), ("Text", "All of it"), ("Name", "Lan")],
            },
            new(
                "plan",
                new PlanMilestones([new("Query", 60)], 30),
                "milestones",
                new { parts = new[] { new { name = "Query", minutes = 60 } }, buffer = 30 }
            )
            {
                Form = "plan",
                Typed = [("Fields", "Query – 1h"), ("Count", "30m")],
            },
            new("hand over nothing", new HandOver("Here it is", []), "handover", new { text = "Here it is" })
            {
                Form = "handover",
                Typed = [("Text", "Here it is")],
            },
        ];
}
