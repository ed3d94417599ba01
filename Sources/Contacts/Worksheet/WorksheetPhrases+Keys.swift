extension WorksheetPhrases {
  /// The keys that every file has, with the names that may be filled in.
  static let keys: [String: [String]] = [
    "language": [],
    "column_line": [], "column_name": [], "column_member": [], "column_address": [],
    "column_ask": [], "column_suggestion": [], "column_choices": [], "column_decision": [],
    "column_question": [], "column_now": [], "column_repairs": [], "column_confidence": [],
    "word_accept": [], "word_keep": [], "word_remove": [], "word_swap": [],
    "choice_separator": [], "may_accept": ["word"], "may_keep_address": ["word"],
    "may_remove": ["word"], "may_type_address": [], "may_merge": ["word", "line"],
    "may_keep_both": ["word"], "may_swap": ["word", "line"], "may_leave": ["word"],
    "may_type_language": [], "may_type_member": [],
    "ask_missing": [], "ask_unusable": ["reason"], "ask_unusable_meant": ["reason", "suggestion"],
    "ask_suspect": ["reason"], "ask_suspect_meant": ["reason", "suggestion"],
    "ask_person_alike": ["line", "address", "why"], "ask_person": ["line", "address", "why"],
    "ask_alias": ["line", "address", "why"],
    "ask_contradiction_language": ["line", "first", "second"],
    "ask_contradiction_member": ["line", "first", "second"],
    "ask_language": [], "ask_language_unknown": ["text"], "ask_member": ["text"],
    "suggest_line": ["line", "address"], "suggest_language": ["name", "tag"],
    "why_separator": [], "why_proof": [], "why_newer": [], "why_fuller": [], "why_no_office": [],
    "why_own_domain": [], "why_first": [],
  ]

  /// Beginnings of keys that a file may have, one for each code or tag.
  static let free: [(prefix: String, names: [String])] = [
    ("reason_", ["address", "local", "domain", "top", "suggestion", "reason"]),
    ("repair_", []), ("confidence_", []), ("language_", []),
  ]
}
