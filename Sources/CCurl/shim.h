#pragma once
#include <curl/curl.h>

// Swift can't call variadic C functions: one typed wrapper for each kind of argument.

static inline CURLcode solstice_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode solstice_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode solstice_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode solstice_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode solstice_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*solstice_data_callback)(char *, size_t, size_t, void *);
typedef int (*solstice_debug_callback)(CURL *, curl_infotype, char *, size_t, void *);

static inline CURLcode solstice_set_data_callback(CURL *handle, CURLoption option,
                                                  solstice_data_callback callback) {
  return curl_easy_setopt(handle, option, callback);
}

static inline CURLcode solstice_set_debug_callback(CURL *handle, solstice_debug_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, callback);
}

static inline CURLcode solstice_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
