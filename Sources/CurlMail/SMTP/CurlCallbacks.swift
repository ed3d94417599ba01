import CCurl

// The three functions that libcurl calls back. Each finds its `TransactionState` in the pointer
// that the handle carries; none keeps it.

private func state(_ pointer: UnsafeMutableRawPointer?) -> TransactionState? {
  pointer.map { Unmanaged<TransactionState>.fromOpaque($0).takeUnretainedValue() }
}

let curlReadBody: solstice_data_callback = { buffer, size, count, context in
  guard let buffer, let state = state(context) else { return Int(CURL_READFUNC_ABORT) }
  return state.read(into: buffer, capacity: size * count) ?? Int(CURL_READFUNC_ABORT)
}

let curlTakeReplyLine: solstice_data_callback = { buffer, size, count, context in
  let length = size * count
  guard let buffer, let state = state(context) else { return 0 }
  return state.received(UnsafeRawBufferPointer(start: buffer, count: length)) ? length : 0
}

let curlSeeCommand: solstice_debug_callback = { _, kind, buffer, length, context in
  if kind == CURLINFO_HEADER_OUT, let buffer, let state = state(context) {
    state.conversation.sent(UnsafeRawBufferPointer(start: buffer, count: length))
  }
  return 0
}
