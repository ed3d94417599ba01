import Contacts

/// One address of a file that can be mailed, with its place in the file.
struct FileRow {
  let line: Int
  let position: Int
  let person: ListImport.Person

  var values: ContactValues { person.values }

  func item(_ detail: ImportItem.Detail) -> ImportItem {
    ImportItem(line: line, name: person.name, address: person.address, detail: detail)
  }
}

extension ListImport.Person {
  var values: ContactValues {
    ContactValues(
      name: name, address: address, language: language ?? "", member: member ?? "",
      roles: roles.joined(separator: ";"), notes: notes)
  }
}
