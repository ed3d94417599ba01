extension CheckRule {
  /// A misspelt section makes a section of its own, with its key as the heading.
  static let sectionRules: [Self] = [
    Self(
      code: "section-unknown", title: "An item is in a section nobody knows", level: .warning,
      advice: "Mend section:, or name it under sections: in solstice.yml."
    ) { input in
      let known = input.context.phrases.sectionKeys
        .union(input.context.publication.sections).union(["news"])
      return input.context.edition.allStories.map(\.original).compactMap { item -> Hit? in
        guard let section = item.section, !known.contains(section), item.member == nil else {
          return nil
        }
        return Hit(
          reason: "\"\(section.prefix(40))\" is no section of the theme's words nor of sections: "
            + "in solstice.yml; known are \(known.sorted().joined(separator: ", "))",
          place: place(item, "section"))
      }
    }
  ]
}
