import Testing

@testable import Workbooks

@Suite struct WorkbookRowsTests {
}
