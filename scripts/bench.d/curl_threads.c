/* The peer to beat in CPU: the least that sending through libcurl can cost. One thread per
   connection, an easy handle each, kept across messages, a message in one read; no ledger.

   curl_threads PORT CONNECTIONS MESSAGES SIZE
   prints: messages/s, CPU microseconds per message, messages accepted */
#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct share {
  pthread_t thread;
  int port, first, count, accepted;
  size_t size;
};

struct upload {
  const char *bytes;
  size_t left;
};

static size_t give(char *buffer, size_t size, size_t count, void *context) {
  struct upload *upload = context;
  size_t room = size * count, n = upload->left < room ? upload->left : room;
  memcpy(buffer, upload->bytes, n);
  upload->bytes += n;
  upload->left -= n;
  return n;
}

static size_t ignore(char *bytes, size_t size, size_t count, void *context) {
  (void)bytes, (void)context;
  return size * count;
}

static int write_header(char *out, size_t room, int number) {
  return snprintf(out, room,
                  "From: Load <news@load.example>\r\nTo: u%07d@load.example\r\n"
                  "Subject: Load\r\nMessage-ID: <%07d.bench@load.example>\r\n"
                  "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n",
                  number, number);
}

/* One message of exactly `size` bytes in the shape of ours: header, lines of 76, CRLF. Only the
   header differs from reader to reader, and its length does not. */
static int write_message(char *out, size_t size) {
  int head = write_header(out, size, 0);
  for (size_t i = head, column = 0; i < size; i++, column++) {
    if (size - i == 2 || (column == 76 && size - i > 4)) {
      out[i++] = '\r';
      out[i] = '\n';
      column = -1;
    } else {
      out[i] = 'a' + (i % 26);
    }
  }
  return head;
}

static void *work(void *context) {
  struct share *share = context;
  char url[64], sender[64], recipient[64];
  char *message = malloc(share->size + 1);
  CURL *curl = curl_easy_init();
  if (!message || !curl) return NULL;
  int head = write_message(message, share->size);
  char first_of_body = message[head];
  snprintf(url, sizeof url, "smtp://127.0.0.1:%d/bench.load.example", share->port);
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_UPLOAD_BUFFERSIZE, 32768L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)share->size);
  for (int i = 0; i < share->count; i++) {
    int number = share->first + i;
    write_header(message, share->size, number);
    message[head] = first_of_body; /* snprintf ended the header with a zero */
    snprintf(sender, sizeof sender, "<b+%07d@load.example>", number);
    snprintf(recipient, sizeof recipient, "<u%07d@load.example>", number);
    struct curl_slist *recipients = curl_slist_append(NULL, recipient);
    struct upload upload = {message, share->size};
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK)
      share->accepted++;
    else
      fprintf(stderr, "curl_threads: %s: %s\n", recipient, curl_easy_strerror(code));
    curl_slist_free_all(recipients);
  }
  curl_easy_cleanup(curl);
  free(message);
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "usage: curl_threads PORT CONNECTIONS MESSAGES SIZE\n");
    return 64;
  }
  int port = atoi(argv[1]), connections = atoi(argv[2]), messages = atoi(argv[3]);
  size_t size = strtoul(argv[4], NULL, 10);
  if (port < 1 || connections < 1 || messages < 1 || size < 1000) return 64;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  struct share *shares = calloc(connections, sizeof *shares);
  if (!shares) return 71;
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (int i = 0, first = 1; i < connections; i++) {
    int count = messages / connections + (i < messages % connections);
    shares[i] = (struct share){.port = port, .first = first, .count = count, .size = size};
    first += count;
    if (pthread_create(&shares[i].thread, NULL, work, &shares[i])) return 71;
  }
  int accepted = 0;
  for (int i = 0; i < connections; i++) {
    pthread_join(shares[i].thread, NULL);
    accepted += shares[i].accepted;
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  double wall = (end.tv_sec - begin.tv_sec) + (end.tv_nsec - begin.tv_nsec) / 1e9;
  double cpu = used.ru_utime.tv_sec + used.ru_stime.tv_sec +
               (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
  printf("%.1f %.1f %d\n", accepted / wall, cpu * 1e6 / (accepted ? accepted : 1), accepted);
  return accepted == messages ? 0 : 1;
}
