/* gmime_reader <message >JSON: a message as GMime reads it. Built by tests; see TwoReadersTests. */
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

static void text(const char *value) {
  putchar('"');
  for (const unsigned char *at = (const unsigned char *)(value ? value : ""); *at; at++) {
    if (*at == '"' || *at == '\\') printf("\\%c", *at);
    else if (*at < 0x20) printf("\\u%04x", *at);
    else putchar(*at);
  }
  putchar('"');
}

static void field(const char *name, const char *value) {
  printf("\"%s\":", name);
  text(value);
  putchar(',');
}

/* GMime hands headers out decoded and unfolded; those of content belong to the first part. */
static void header(GMimeMessage *message, const char *name) {
  const char *value = g_mime_object_get_header(GMIME_OBJECT(message), name);
  if (!value) value = g_mime_object_get_header(g_mime_message_get_mime_part(message), name);
  text(name);
  putchar(':');
  text(value);
}

static void mailboxes(const char *name, InternetAddressList *list) {
  printf("\"%s\":[", name);
  for (int i = 0; list && i < internet_address_list_length(list); i++) {
    InternetAddress *one = internet_address_list_get_address(list, i);
    if (i) putchar(',');
    printf("{");
    field("name", internet_address_get_name(one));
    printf("\"address\":");
    text(INTERNET_ADDRESS_IS_MAILBOX(one)
             ? internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)) : "(a group)");
    printf("}");
  }
  printf("],");
}

static int first_part = 1;

static void part(GMimeObject *object) {
  GMimeContentType *type = g_mime_object_get_content_type(object);
  char *mime = g_mime_content_type_get_mime_type(type);
  if (!first_part) putchar(',');
  first_part = 0;
  printf("{");
  field("type", mime);
  field("charset", g_mime_object_get_content_type_parameter(object, "charset"));
  field("id", g_mime_object_get_content_id(object));
  field("disposition", g_mime_object_get_disposition(object));
  g_free(mime);
  if (GMIME_IS_MULTIPART(object)) {
    GMimeMultipart *many = GMIME_MULTIPART(object);
    int count = g_mime_multipart_get_count(many);
    printf("\"fileName\":\"\",\"parts\":%d,\"size\":0,\"sha256\":\"\"}", count);
    for (int i = 0; i < count; i++) part(g_mime_multipart_get_part(many, i));
    return;
  }
  field("fileName", g_mime_part_get_filename(GMIME_PART(object)));
  GMimeStream *memory = g_mime_stream_mem_new();
  g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(GMIME_PART(object)), memory);
  GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes->data, bytes->len);
  printf("\"parts\":0,\"size\":%u,\"sha256\":\"%s\"}", bytes->len, sum);
  g_free(sum);
  g_object_unref(memory);
}

static int warnings = 0;

static void warn(gint64 offset, GMimeParserWarning code, const gchar *item, gpointer data) {
  (void)offset; (void)code; (void)item; (void)data;
  warnings++;
}

int main(void) {
  g_mime_init();
  GMimeParserOptions *options = g_mime_parser_options_new();
  g_mime_parser_options_set_warning_callback(options, warn, NULL);
  GMimeStream *stream = g_mime_stream_file_new(stdin);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, options);
  if (!message) return 65;
  static const char *names[] = {"Subject", "List-Unsubscribe", "List-Unsubscribe-Post",
                                "Content-Language", "Message-ID", "MIME-Version", "Precedence",
                                "Auto-Submitted", "Feedback-ID", "X-Solstice-Delivery"};
  printf("{\"headers\":{");
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
    if (i) putchar(',');
    header(message, names[i]);
  }
  printf("},");
  mailboxes("from", g_mime_message_get_from(message));
  mailboxes("to", g_mime_message_get_to(message));
  printf("\"parts\":[");
  part(g_mime_message_get_mime_part(message));
  printf("],\"defects\":%d}\n", warnings);
  return 0;
}
