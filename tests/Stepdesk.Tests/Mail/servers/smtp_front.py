"""An SMTP server that hands every mail to an LMTP server. Fails on purpose, by the recipient's name.

smtp_front.py SMTP_PORT LMTP_PORT; prints "ready" once it listens, and ends when its input does.
"""

import logging
import smtplib
import sys
import warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

SMTP_PORT, LMTP_PORT = int(sys.argv[1]), int(sys.argv[2])

# Said at every start and every sign-in: passwords without TLS are meant here, and the library deprecates what it
# sets itself. Everything else it has to say is shown.
warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS")
KNOWN = ("auth_required == True but auth_require_tls == False", "Session.login_data is deprecated")
logging.getLogger("mail.log").addFilter(lambda record: not record.getMessage().startswith(KNOWN))


class Front:
    def __init__(self):
        self.put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nouser"):
            return "550 5.1.1 no such user"
        # Once per address, as a server that greylists does.
        if address.startswith("tempfail") and address not in self.put_off:
            self.put_off.add(address)
            return "451 4.3.0 try later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        with smtplib.LMTP("127.0.0.1", LMTP_PORT) as lmtp:
            lmtp.sendmail(envelope.mail_from, envelope.rcpt_tos, envelope.content)
        return "250 2.0.0 delivered"


def authenticate(server, session, envelope, mechanism, data):
    # handled=False makes the server answer a refusal itself; else the client would wait for ever.
    return AuthResult(success=data.password == b"secret", handled=False)


controller = Controller(
    Front(),
    hostname="127.0.0.1",
    port=SMTP_PORT,
    authenticator=authenticate,
    auth_require_tls=False,
    auth_required=True,
    enable_SMTPUTF8=True,
    data_size_limit=50 * 1024 * 1024,
)
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
