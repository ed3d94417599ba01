"""mail_reader <message >JSON: a message as Python's email package reads it, in gmime_reader's form."""
import email
import email.policy
import hashlib
import json
import sys

NAMES = ["Subject", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Language", "Message-ID",
         "MIME-Version", "Precedence", "Auto-Submitted", "Feedback-ID", "X-Solstice-Delivery"]


def mailboxes(header):
    return [dict(name=a.display_name, address=a.addr_spec)
            for a in (header.addresses if header else [])]


def part(p):
    many = p.get_payload() if p.is_multipart() else []
    body = b"" if p.is_multipart() else p.get_payload(decode=True)
    return dict(type=p.get_content_type(), charset=p.get_content_charset() or "",
                id=(p["Content-ID"] or "").strip("<>"),
                disposition=p.get_content_disposition() or "", fileName=p.get_filename() or "",
                parts=len(many), size=len(body),
                sha256="" if p.is_multipart() else hashlib.sha256(body).hexdigest())


m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
json.dump(dict(headers={n: str(m[n] or "") for n in NAMES}, to=mailboxes(m["To"]),
               parts=[part(p) for p in m.walk()],
               defects=sum(len(p.defects) for p in m.walk()),
               **{"from": mailboxes(m["From"])}), sys.stdout)
