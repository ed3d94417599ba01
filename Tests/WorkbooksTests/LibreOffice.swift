import Foundation
import TestSupport

/// LibreOffice, which saves tables as its users do; many files in one start.
struct LibreOffice {
  /// A file to be saved from a CSV file in UTF-8 with commas.
  struct Job {
    var source: String
    var target: String
    /// LibreOffice's name of the format, and for CSV its tokens: separator, quote, charset.
    var filter: String
    var options = ""
  }

  static let csv = "Text - txt - csv (StarCalc)"
  static let excel = "Calc MS Excel 2007 XML"
  static let openDocument = "calc8"

  /// Saves all files; the profile is private, so that a LibreOffice on the screen is left alone.
  static func save(_ jobs: [Job], in folder: TemporaryFolder) throws {
    let soffice = Program(
      try Tool.libreOffice.require(),
      arguments: ["-env:UserInstallation=file://" + folder.path(of: "profile"), "--headless"],
      environment: ["HOME": folder.path])
    // The first start makes the profile, which would replace our macro.
    _ = try soffice.run(["--terminate_after_init"], limit: .seconds(60))
    try folder.write(macro, to: "profile/user/basic/Standard/Module1.xba")
    let lines = jobs.map {
      // Every column of the source is text, whatever it looks like.
      let reading = "44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2"
      return ["file://" + $0.source, reading, "file://" + $0.target, $0.filter, $0.options]
        .joined(separator: "|")
    }
    let list = try folder.write(lines.joined(separator: "\n") + "\n", to: "jobs")
    let result = try soffice.run(
      ["macro:///Standard.Module1.Save(\"\(list)\")"], limit: .seconds(60))
    for job in jobs where !FileManager.default.fileExists(atPath: job.target) {
      throw SupportError("LibreOffice did not save \(job.target): \(result)")
    }
  }

  private static let macro = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
    <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" \
    script:language="StarBasic">
    Sub Save(jobs)
      Dim opening(2) As New com.sun.star.beans.PropertyValue
      Dim saving(1) As New com.sun.star.beans.PropertyValue
      opening(0).Name = "Hidden"
      opening(0).Value = True
      opening(1).Name = "FilterName"
      opening(1).Value = "\(csv)"
      opening(2).Name = "FilterOptions"
      saving(0).Name = "FilterName"
      saving(1).Name = "FilterOptions"
      number = FreeFile
      Open jobs For Input As #number
      Do While Not EOF(number)
        Line Input #number, text
        job = Split(text, "|")
        opening(2).Value = job(1)
        book = StarDesktop.loadComponentFromURL(job(0), "_blank", 0, opening())
        saving(0).Value = job(3)
        saving(1).Value = job(4)
        book.storeToURL(job(2), saving())
        book.close(True)
      Loop
      Close #number
    End Sub
    </script:module>
    """
}
