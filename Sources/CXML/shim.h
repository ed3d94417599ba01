// libxml2 reads the XML inside workbooks (Debian: libxml2-dev).
#ifndef SOLSTICE_CXML_SHIM_H
#define SOLSTICE_CXML_SHIM_H

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#endif
