namespace Stepdesk.Core.Tickets;

/// <summary>How the report reached the desk.</summary>
public enum Channel
{
    Mail,
    Web,
    Api,
    Phone,
    Chat,
}
