using Stepdesk.Engine.Mail;

namespace Stepdesk.Web;

/// <summary>Reads section <c>Mail</c> of stepdesk.json or of the environment (<c>STEPDESK_Mail__Address</c>).</summary>
static class MailSettings
{
    public static MailOptions Read(IConfiguration settings, SiteOptions site)
    {
        var mail = new MailOptions();
        // A misspelt setting would otherwise be a mail that silently never comes.
        settings.GetSection("Mail").Bind(mail, o => o.ErrorOnUnknownConfiguration = true);
        mail = mail.Checked();
        if (mail.PublicUrl.Length == 0)
            mail.PublicUrl = site.Urls.Split(';')[0];
        return mail;
    }
}
