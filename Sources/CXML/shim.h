// libxml2 reads the XML inside workbooks (Debian: libxml2-dev).
#ifndef SOLSTICE_CXML_SHIM_H
#define SOLSTICE_CXML_SHIM_H

// Debian's libxml2 includes ICU's headers, which Foundation brings in a version of its own. Only
// the last fields of a structure that we never touch depend on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#endif
