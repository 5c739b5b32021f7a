namespace Stepdesk.Tests.Mail;

// Apart, so that a bench has the servers without a test framework.
public sealed partial class MailServers : IAsyncLifetime;
