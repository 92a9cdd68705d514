import Diagnostics

/// Where a node stands in its file, for what can only be found wrong while composing.
typealias TemplatePlace = SourceSpan
