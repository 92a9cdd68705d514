// libxml2 as Swift sees it.
//
// Debian builds libxml2 with ICU, whose headers also come with Foundation: seen twice by the
// importer, their types clash. Nothing here needs them, so the switch is put off before the
// other headers are read.
#ifndef TROUSSE_CLIBXML2_SHIM_H
#define TROUSSE_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemastypes.h>

// libxml2 2.12 made the error constant; this type fits both sides of that change.
typedef void (*TrousseErrorHandler)(void *data, const xmlError *error);

// The handler gets the parser context as its data; `data` waits in the context's `_private`.
static inline void trousse_parser_set_errors(
    xmlParserCtxtPtr context, TrousseErrorHandler handler, void *data) {
  context->sax->serror = (xmlStructuredErrorFunc)handler;
  context->_private = data;
}

static inline void trousse_schema_parser_set_errors(
    xmlRelaxNGParserCtxtPtr context, TrousseErrorHandler handler, void *data) {
  xmlRelaxNGSetParserStructuredErrors(context, (xmlStructuredErrorFunc)handler, data);
}

static inline void trousse_schema_valid_set_errors(
    xmlRelaxNGValidCtxtPtr context, TrousseErrorHandler handler, void *data) {
  xmlRelaxNGSetValidStructuredErrors(context, (xmlStructuredErrorFunc)handler, data);
}

static inline void trousse_reader_set_errors(
    xmlTextReaderPtr reader, TrousseErrorHandler handler, void *data) {
  xmlTextReaderSetStructuredErrorHandler(reader, (xmlStructuredErrorFunc)handler, data);
}

// No comments and no instructions: what stands on both sides of one is then one run of text, as
// RELAX NG wants it.
static inline void trousse_parser_drop_asides(xmlParserCtxtPtr context) {
  context->sax->comment = NULL;
  context->sax->processingInstruction = NULL;
}

// Well-formedness alone: no tree is built.
static inline void trousse_parser_build_nothing(xmlParserCtxtPtr context) {
  context->sax->startElementNs = NULL;
  context->sax->endElementNs = NULL;
  context->sax->characters = NULL;
  context->sax->ignorableWhitespace = NULL;
  context->sax->cdataBlock = NULL;
}

#endif
