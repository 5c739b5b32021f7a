using Stepdesk.Engine.Chat;

namespace Stepdesk.Web;

/// <summary>Reads section <c>Chat</c> of stepdesk.json or of the environment (<c>STEPDESK_Chat__Channels__0__Url</c>).</summary>
static class ChatSettings
{
    public static ChatOptions Read(IConfiguration settings) =>
        (
            // A misspelt setting would otherwise be a channel that silently hears nothing.
            settings.GetSection("Chat").Get<ChatOptions>(o => o.ErrorOnUnknownConfiguration = true)
            ?? new ChatOptions()
        ).Checked();
}
