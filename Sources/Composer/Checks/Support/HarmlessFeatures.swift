/// Features that some mail programs lack without harm to the reader, each with the reason.
enum HarmlessFeatures {
  private static let groups: [(reason: String, features: String)] = [
    (
      "what is inlined stays: one column that fits, in the light colours",
      """
      css-at-media css-at-media-hover css-at-media-orientation css-at-media-prefers-color-scheme
      css-at-media-prefers-reduced-motion css-at-media-device-pixel-ratio css-at-supports
      css-color-scheme html-meta-color-scheme
      """
    ),
    (
      "rules in the head only refine what is inlined",
      """
      css-selector-attribute css-selector-chaining css-selector-child css-selector-class
      css-selector-descendant css-selector-grouping css-selector-id css-selector-type
      css-selector-universal css-selector-adjacent-sibling css-selector-general-sibling
      css-pseudo-class-hover css-pseudo-class-active css-pseudo-class-focus
      css-pseudo-class-focus-visible css-pseudo-class-link css-pseudo-class-visited
      css-pseudo-class-lang css-pseudo-class-target css-nesting
      """
    ),
    (
      "lines break a little otherwise",
      """
      css-overflow-wrap css-word-break css-word-wrap css-hyphens css-text-wrap css-text-justify
      css-text-align-last css-orphans css-widows css-font-kerning css-hyphenate-character
      css-hyphenate-limit-chars html-wbr
      """
    ),
    (
      "an ornament is left out",
      """
      css-border-radius css-border-radius-logical css-box-shadow css-text-shadow css-outline
      css-outline-offset css-cursor css-transition css-animation css-at-keyframes
      css-text-decoration-color css-text-decoration-style css-text-decoration-thickness
      css-text-decoration-skip-ink css-text-underline-offset css-text-underline-position
      css-accent-color css-user-select
      """
    ),
    ("the next font of the list is taken", "css-at-font-face css-sytem-ui css-font-stretch"),
    (
      "the text is there all the same, and is read out as it stands",
      """
      html-abbr html-acronym html-role html-aria-label html-aria-hidden html-aria-describedby
      html-aria-labelledby html-aria-live html-lang html-bdi html-semantics html-ruby html-rt html-rp
      html-dfn html-small
      """
    ),
    ("another element takes its place, and the outer table has its ground", "html-body"),
    ("the picture named in src is shown", "html-srcset html-loading-attribute"),
    ("the link opens where the program likes", "html-target"),
    ("the link does nothing there, and what it leads to is further down", "html-anchor-links"),
    ("the program writes its own", "html-doctype html-comments css-comments"),
  ]

  /// The reason, by feature.
  static let reasons: [String: String] = {
    var reasons: [String: String] = [:]
    for group in groups {
      for feature in group.features.split(whereSeparator: \.isWhitespace) {
        reasons[String(feature)] = group.reason
      }
    }
    return reasons
  }()
}
