// libarchive reads the zip files that workbooks are (Debian: libarchive-dev).
#ifndef SOLSTICE_CARCHIVE_SHIM_H
#define SOLSTICE_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
