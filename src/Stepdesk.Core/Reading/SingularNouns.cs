namespace Stepdesk.Core.Reading;

/// <summary>English nouns for one person or machine: behind a larger number they are a part of another noun.</summary>
static class SingularNouns
{
    public static readonly HashSet<string> All =
    [
        "user",
        "student",
        "teacher",
        "parent",
        "person",
        "learner",
        "member",
        "colleague",
        "employee",
        "child",
        "kid",
        "pupil",
        "customer",
        "client",
        "instructor",
        "tutor",
        "lecturer",
        "participant",
        "attendee",
        "candidate",
        "coordinator",
        "admin",
        "mentor",
        "trainee",
        "account",
        "machine",
        "laptop",
        "computer",
        "device",
        "workstation",
    ];
}
