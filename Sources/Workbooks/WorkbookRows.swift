/// The rows of a workbook's first sheet that has any (Excel XLSX, OpenDocument ODS).
package enum WorkbookRows {
}
