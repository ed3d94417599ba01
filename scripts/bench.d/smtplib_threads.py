"""The sender that most scripts are: Python's smtplib, one connection to a thread, kept open.

smtplib_threads.py PORT CONNECTIONS MESSAGES SIZE
"""
import smtplib
import sys
import threading


def body(size):
    """A message of so many bytes on the wire."""
    head = b"From: b@load.example\r\nTo: u@load.example\r\nSubject: load\r\n\r\n"
    line = b"x" * 76 + b"\r\n"
    rest = size - len(head)
    return head + line * (rest // 78) + b"x" * max(rest % 78 - 2, 0) + b"\r\n"


def send(port, count, message):
    server = smtplib.SMTP("127.0.0.1", port)
    for _ in range(count):
        server.sendmail("b@load.example", ["u@load.example"], message)
    server.quit()


def main(arguments):
    port, connections, messages, size = map(int, arguments)
    message = body(size)
    shares = [messages // connections + (i < messages % connections) for i in range(connections)]
    threads = [threading.Thread(target=send, args=(port, n, message)) for n in shares if n]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


main(sys.argv[1:])
