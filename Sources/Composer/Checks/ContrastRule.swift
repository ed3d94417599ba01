import Mail

extension CheckRule {
  /// An error, since many readers simply can't read such text, and one line of the theme mends it.
  static let contrastRules: [Self] = [
    Self(
      code: "contrast", title: "Text stands out too little", level: .error,
      advice: "Darken or lighten one of the colours: WCAG AA asks 4.5 : 1, of large text 3 : 1.",
      judge: { input in
        let styles = HeadStyles(input.tokens)
        var findings = ContrastWalk(input.tokens, styles: styles, isDark: false).findings
        if styles.hasDark {
          findings += ContrastWalk(input.tokens, styles: styles, isDark: true).findings
        }
        return findings.map { finding in
          let tenths = Int((finding.ratio * 10).rounded(.down))
          return Hit(
            reason: "“\(finding.snippet)” is \(finding.colour) on \(finding.ground)"
              + "\(finding.isDark ? " in the dark" : ""), \(tenths / 10).\(tenths % 10) : 1; "
              + "it needs \(finding.needed == 3 ? "3" : "4.5") : 1. Darken or lighten one of them",
            place: place(of: finding.colour, input))
        }
      })
  ]
}
