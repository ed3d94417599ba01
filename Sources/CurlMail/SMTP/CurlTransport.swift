import CCurl
package import Dispatcher

/// Submits letters through libcurl's SMTP, one easy handle and connection for each thread.
package struct CurlTransport: Transport {
  private let settings: RelaySettings

  /// Fails where libcurl can't start.
  package init(settings: RelaySettings) throws(CurlError) {
    guard Self.started == CURLE_OK else {
      throw CurlError(words: String(cString: curl_easy_strerror(Self.started)))
    }
    self.settings = settings
  }

  package func makeConnection() throws -> any TransportConnection {
    CurlConnection(settings: settings)
  }

  /// Once in a process, before any thread uses libcurl (`curl_global_init`).
  private static let started = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
}

/// libcurl could not be used at all.
package struct CurlError: Error, CustomStringConvertible {
  package let words: String

  package var description: String { "libcurl can't be used: \(words)" }
}
