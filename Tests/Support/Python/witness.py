"""An SMTP server that is not ours: accepts everything and writes down what it took.

    witness.py RECORDS PORTFILE [--delay-ms N] [--no-smtputf8]

It listens on a free port of 127.0.0.1, whose number goes to PORTFILE. Each line of RECORDS is one
JSON object, written in one piece before the reply that it precedes:

    {"event": "begun",    "sender", "rcpt": [...], "connection", "time"}   the body began to arrive
    {"event": "accepted", "sender", "rcpt": [...], "message_id", "bytes", "connection", "time"}

`bytes` counts the body as a reader gets it, dots no longer doubled. A delay comes after the final
dot and after the record: what we took is taken, whether or not the client hears of it.
"""

import argparse
import asyncio
import email.parser
import email.policy
import itertools
import json
import os
import signal
import time

from aiosmtpd.smtp import SMTP

numbers = itertools.count(1)


class Records:
    def __init__(self, path):
        self.file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def write(self, event, **facts):
        line = json.dumps({"event": event, **facts, "time": time.time()}) + "\n"
        os.write(self.file, line.encode())


class Witness(SMTP):
    """Sees the bytes of a body as they arrive, which aiosmtpd's handlers can't."""

    def __init__(self, records, handler, **options):
        super().__init__(handler, **options)
        self.records = records
        self.awaiting_body = False
        self.connection = next(numbers)

    async def push(self, status):
        # Before the reply is out: the body may follow it faster than we get back here.
        self.awaiting_body = str(status).startswith("354")
        await super().push(status)

    def data_received(self, data):
        if self.awaiting_body and data:
            self.awaiting_body = False
            self.records.write(
                "begun",
                sender=self.envelope.mail_from,
                rcpt=self.envelope.rcpt_tos,
                connection=self.connection,
            )
        super().data_received(data)


class Handler:
    def __init__(self, records, delay):
        self.records = records
        self.delay = delay

    async def handle_DATA(self, server, session, envelope):
        head = email.parser.BytesHeaderParser(policy=email.policy.compat32).parsebytes(
            envelope.content
        )
        self.records.write(
            "accepted",
            sender=envelope.mail_from,
            rcpt=envelope.rcpt_tos,
            message_id=str(head.get("Message-ID", "")).strip(),
            bytes=len(envelope.content),
            connection=server.connection,
        )
        if self.delay:
            await asyncio.sleep(self.delay)
        return "250 2.0.0 witnessed"


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("records")
    options.add_argument("portfile")
    options.add_argument("--delay-ms", type=int, default=0)
    options.add_argument("--no-smtputf8", action="store_true")
    options = options.parse_args()

    records = Records(options.records)
    handler = Handler(records, options.delay_ms / 1000)
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)

    def connected():
        return Witness(
            records,
            handler,
            hostname="witness.test",
            enable_SMTPUTF8=not options.no_smtputf8,
            data_size_limit=None,
            loop=loop,
        )

    server = await loop.create_server(connected, "127.0.0.1", 0, backlog=512)
    port = server.sockets[0].getsockname()[1]
    with open(options.portfile + ".new", "w") as file:
        file.write(str(port))
    os.rename(options.portfile + ".new", options.portfile)
    # Whoever started us may be killed with no time to stop us.
    owner = os.getppid()
    while not stopping.is_set() and os.getppid() == owner:
        try:
            await asyncio.wait_for(stopping.wait(), timeout=1)
        except asyncio.TimeoutError:
            pass
    server.close()


asyncio.run(main())
