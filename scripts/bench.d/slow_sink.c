/* An SMTP server that accepts everything and answers a set time after the final dot: a relay
   as real ones are. With a delay of 0 it answers at once. It also weighs: on SIGTERM it prints
   one line, messages and bytes (each message as it went over the wire, dots stuffed, without the
   final dot), so the peers can be given the size that solstice really sends.

   slow_sink PORT MILLISECONDS     (port 0: any; the port is printed first)

   One thread per connection: the clock of one does not hold up another. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

static atomic_ulong messages, total;
static long delay_ms;

struct stream {
  int fd;
  size_t at, end;
  char bytes[65536];
};

static int next_byte(struct stream *in) {
  if (in->at == in->end) {
    ssize_t n = read(in->fd, in->bytes, sizeof in->bytes);
    if (n <= 0) return -1;
    in->at = 0;
    in->end = n;
  }
  return (unsigned char)in->bytes[in->at++];
}

/* A command line without its CRLF; what is too long for the buffer is dropped. */
static int read_line(struct stream *in, char *line, size_t room) {
  size_t n = 0;
  for (int c; (c = next_byte(in)) >= 0;) {
    if (c == '\n') {
      line[n && line[n - 1] == '\r' ? n - 1 : n] = 0;
      return 0;
    }
    if (n < room - 1) line[n++] = c;
  }
  return -1;
}

/* Reads to CRLF . CRLF; returns the bytes before the dot, or -1 when the peer went away. */
static long read_body(struct stream *in) {
  const char *mark = "\r\n.\r\n";
  int matched = 2; /* the DATA line's end counts as the CRLF before a dot */
  long n = 0;
  for (int c; (c = next_byte(in)) >= 0;) {
    n++;
    if (c == mark[matched]) {
      if (++matched == 5) return n - 3;
    } else {
      matched = c == '\r' ? 1 : 0;
    }
  }
  return -1;
}

static int say(int fd, const char *text) {
  size_t left = strlen(text);
  while (left) {
    ssize_t n = write(fd, text, left);
    if (n <= 0) return -1;
    text += n;
    left -= n;
  }
  return 0;
}

static void *serve(void *context) {
  struct stream *in = context;
  int one = 1;
  setsockopt(in->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  char line[2048];
  int ok = say(in->fd, "220 sink.test ESMTP\r\n");
  while (ok == 0 && read_line(in, line, sizeof line) == 0) {
    if (!strncasecmp(line, "EHLO", 4))
      ok = say(in->fd, "250-sink.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE\r\n");
    else if (!strncasecmp(line, "DATA", 4)) {
      if ((ok = say(in->fd, "354 go on\r\n"))) break;
      long n = read_body(in);
      if (n < 0) break;
      if (delay_ms > 0) {
        struct timespec pause = {delay_ms / 1000, delay_ms % 1000 * 1000000};
        nanosleep(&pause, NULL);
      }
      atomic_fetch_add(&messages, 1);
      atomic_fetch_add(&total, n);
      ok = say(in->fd, "250 2.0.0 taken\r\n");
    } else if (!strncasecmp(line, "QUIT", 4)) {
      say(in->fd, "221 bye\r\n");
      break;
    } else
      ok = say(in->fd, "250 ok\r\n");
  }
  close(in->fd);
  free(in);
  return NULL;
}

static void *listen_on(void *context) {
  int listener = *(int *)context;
  for (int fd; (fd = accept(listener, NULL, NULL)) >= 0 || errno != EBADF;) {
    if (fd < 0) continue;
    struct stream *in = malloc(sizeof *in);
    pthread_t thread;
    if (in) {
      in->fd = fd;
      in->at = in->end = 0;
    }
    if (in && pthread_create(&thread, NULL, serve, in) == 0) {
      pthread_detach(thread);
    } else {
      free(in);
      close(fd);
    }
  }
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: slow_sink PORT MILLISECONDS\n");
    return 64;
  }
  delay_ms = atol(argv[2]);
  signal(SIGPIPE, SIG_IGN);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  sigaddset(&stop, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stop, NULL);

  int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_port = htons(atoi(argv[1])),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) ||
      listen(listener, 512) || getsockname(listener, (struct sockaddr *)&address, &length)) {
    perror("slow_sink");
    return 69;
  }
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  pthread_t thread;
  if (pthread_create(&thread, NULL, listen_on, &listener)) return 71;
  int got;
  sigwait(&stop, &got);
  printf("%lu %lu\n", atomic_load(&messages), atomic_load(&total));
  return 0;
}
