/// Tells in which encoding a spreadsheet was written, by validity and by what its text looks like.
enum EncodingDetector {
  struct Finding: Equatable {
    var encoding: SheetEncoding
    /// One that reads nearly as well.
    var rival: SheetEncoding?
  }

  /// Looks through a file until there is enough to tell, which in a list with few letters beyond
  /// ASCII may be its end.
  static func detect(_ octets: SheetOctets) throws(SheetError) -> Finding {
    var evidence = EncodingEvidence()
    while true {
      let chunk = try octets()
      if chunk.isEmpty { break }
      evidence.add(chunk)
      if evidence.isEnough { break }
    }
    return decide(evidence)
  }

  private static func decide(_ evidence: EncodingEvidence) -> Finding {
    if let sure = evidence.sure { return Finding(encoding: sure) }
    let lines = evidence.lines[...]
    var scores = AlphabetShape.all.compactMap { encoding in
      AlphabetShape.score(evidence.lines, as: encoding).map { ($0, encoding) }
    }
    scores += DoubleByteShape.all.map { (DoubleByteShape.score(lines, as: $0), $0) }
    scores.sort { $0.0 > $1.0 }
    guard scores.count > 1 else { return Finding(encoding: .windows1252) }
    let isClose =
      scores[0].0 - scores[1].0 < 0.1
      && AlphabetShape.differ(
        evidence.lines, scores[0].1, scores[1].1)
    return Finding(encoding: scores[0].1, rival: isClose ? scores[1].1 : nil)
  }
}
