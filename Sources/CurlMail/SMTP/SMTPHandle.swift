import CCurl
import Dispatcher
import Mail

/// Owns one libcurl easy handle with its connection; the pointer never leaves this file.
struct SMTPHandle: ~Copyable {
  fileprivate let raw: UnsafeMutableRawPointer
  fileprivate let state: TransactionState

  /// Nil where libcurl has no memory for a handle or refuses a setting.
  static func make(settings: RelaySettings, state: TransactionState) -> SMTPHandle? {
    guard let raw = curl_easy_init() else { return nil }
    let handle = SMTPHandle(raw: raw, state: state)
    guard handle.configure(settings) else { return nil }
    return handle
  }

  deinit {
    curl_easy_cleanup(raw)
  }

  /// Runs one transaction and gives libcurl's code with its words.
  borrowing func perform(envelope: Envelope, size: Int) -> (code: CURLcode, words: String) {
    let recipients = curl_slist_append(nil, envelope.recipient.wire)
    defer { curl_slist_free_all(recipients) }
    guard recipients != nil else { return (CURLE_OUT_OF_MEMORY, "out of memory") }
    var code = solstice_set_string(raw, CURLOPT_MAIL_FROM, envelope.sender?.wire ?? "<>")
    if code == CURLE_OK { code = solstice_set_list(raw, CURLOPT_MAIL_RCPT, recipients) }
    if code == CURLE_OK {
      code = solstice_set_size(raw, CURLOPT_INFILESIZE_LARGE, curl_off_t(size))
    }
    if code == CURLE_OK { code = curl_easy_perform(raw) }
    return (code, String(cString: curl_easy_strerror(code)))
  }

  private borrowing func configure(_ settings: RelaySettings) -> Bool {
    let context = Unmanaged.passUnretained(state).toOpaque()
    let url = "\(settings.url.description)/\(settings.helloName)"
    var ok = solstice_set_string(raw, CURLOPT_URL, url) == CURLE_OK
    func number(_ option: CURLoption, _ value: Int) {
      ok = ok && solstice_set_long(raw, option, value) == CURLE_OK
    }
    func text(_ option: CURLoption, _ value: String) {
      ok = ok && solstice_set_string(raw, option, value) == CURLE_OK
    }
    func pointer(_ option: CURLoption) {
      ok = ok && solstice_set_pointer(raw, option, context) == CURLE_OK
    }
    func callback(_ option: CURLoption, _ function: solstice_data_callback) {
      ok = ok && solstice_set_data_callback(raw, option, function) == CURLE_OK
    }
    text(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    number(CURLOPT_UPLOAD, 1)
    // Without it libcurl changes SIGPIPE around every call: nine system calls a message.
    number(CURLOPT_NOSIGNAL, 1)
    number(CURLOPT_CONNECTTIMEOUT, settings.connectTimeout)
    number(CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.replyTimeout)
    // Relays close idle connections; five seconds is before any of them does.
    number(CURLOPT_MAXAGE_CONN, 5)
    // A proxy from the environment would see every letter.
    text(CURLOPT_PROXY, "")
    callback(CURLOPT_READFUNCTION, curlReadBody)
    pointer(CURLOPT_READDATA)
    callback(CURLOPT_HEADERFUNCTION, curlTakeReplyLine)
    pointer(CURLOPT_HEADERDATA)
    ok = ok && solstice_set_debug_callback(raw, curlSeeCommand) == CURLE_OK
    pointer(CURLOPT_DEBUGDATA)
    number(CURLOPT_VERBOSE, 1)
    let tls =
      switch settings.tls {
      case .required: CURLUSESSL_ALL
      case .opportunistic: CURLUSESSL_TRY
      case .off: CURLUSESSL_NONE
      }
    number(CURLOPT_USE_SSL, Int(tls.rawValue))
    let verifies = !settings.url.isLoopback
    number(CURLOPT_SSL_VERIFYPEER, verifies ? 1 : 0)
    number(CURLOPT_SSL_VERIFYHOST, verifies ? 2 : 0)
    if let login = settings.login {
      text(CURLOPT_USERNAME, login.user)
      text(CURLOPT_PASSWORD, login.password)
    }
    return ok
  }
}
