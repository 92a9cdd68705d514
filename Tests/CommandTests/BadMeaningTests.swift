import Foundation

// The rows of `Bad input` that are well-formed and still wrong.

extension Spoilt {
  static let ids =
    ["../x", "CON", "a/b", "..", "é", "a b", "", String(repeating: "a", count: 61)].map { id in
      Spoilt("the id “\(id)”", says: ["schema.bad-value", Files.basins]) {
        try $0.replace(#"<basin id="evry""#, #"<basin id="\#(id)""#, Files.basins)
      }
    } + [
      Spoilt("the id “con”", says: ["kb.not-an-id", "`con`", Files.basins]) {
        try $0.replace(#"<basin id="evry""#, #"<basin id="con""#, Files.basins)
      },
      Spoilt("the id “lpt1”", says: ["kb.not-an-id", "`lpt1`"]) {
        try $0.replace(#"<basin id="evry""#, #"<basin id="lpt1""#, Files.basins)
      },
    ]

  static let meaning = [
    Spoilt("an id twice", says: ["kb.duplicate-id", "`evry`", "basins.xml:35:", Files.basins]) {
      try $0.replace(#"<basin id="massy""#, #"<basin id="evry""#, Files.basins)
    },
    Spoilt("unknown reference", says: ["kb.unknown-reference", "did you mean `essonne`?"]) {
      try $0.replace(#"department="essonne""#, #"department="esonne""#, Files.basins)
    },
    Spoilt("impossible day", says: ["editions.xml", "2015-02-30"]) {
      try $0.replace(
        #"start="2015-03-16""#, #"start="2015-02-30""#, "data/KnowledgeBase/editions.xml")
    },
    Spoilt("a week that ends before it starts", says: ["kb.end-before-start", "editions.xml"]) {
      try $0.replace(
        #"end="2015-03-22""#, #"end="2015-03-02""#, "data/KnowledgeBase/editions.xml")
    },
    Spoilt("a year without holidays", says: ["plan.calendar-too-short", "school-holidays.xml"]) {
      try $0.replace(
        #"start="2015-03-16" end="2015-03-22""#, #"start="2065-03-16" end="2065-03-22""#,
        "data/KnowledgeBase/editions.xml")
    },
    Spoilt("not a colour", says: ["schema.bad-value", "academy.xml", "purple"]) {
      try $0.replace("#5b2a6f", "purple", "data/KnowledgeBase/academy.xml")
    },
  ]

  static let templates = [
    Spoilt("unknown field", says: ["template.unknown-field", Files.sheet, "did you mean `name`?"]) {
      try $0.addParagraph("{{ basin.nam }}")
    },
    Spoilt("unknown name", says: ["template.unknown-name", "did you mean `basin`?", "^^^^^"]) {
      try $0.addParagraph("{{ basni.name }}")
    },
    Spoilt("unknown filter", says: ["template.unknown-filter", Files.sheet]) {
      try $0.addParagraph("{{ basin.name | upperr }}")
    },
    Spoilt("unknown field in plain text", says: ["template.unknown-field", "LISEZ-MOI.txt:1:"]) {
      try $0.write("{{ basin.nam }}", "templates/LISEZ-MOI.txt")
    },
    Spoilt("plain text that is not UTF-8", says: ["build.not-utf8", "LISEZ-MOI.txt:1:2"]) {
      try $0.write(Data([0x41, 0xE9, 0x0A]), "templates/LISEZ-MOI.txt")
    },
    Spoilt("a stylesheet that is not UTF-8", says: ["build.not-utf8", "look/kit.css:1:2"]) {
      try $0.write(Data([0x41, 0xE9, 0x0A]), "templates/look/kit.css")
    },
    Spoilt("deep expression", says: ["template.expression-too-deep", Files.sheet]) {
      let depth = 20_000
      let open = String(repeating: "(", count: depth)
      try $0.addParagraph("{{ \(open)basin.name\(String(repeating: ")", count: depth)) }}")
    },
    Spoilt("includes in a circle", says: ["template.include-cycle", "partials/"]) {
      try $0.write(
        "<partial><include template='partials/second.xml'/></partial>",
        "templates/partials/first.xml")
      try $0.write(
        "<partial><include template='partials/first.xml'/></partial>",
        "templates/partials/second.xml")
      try $0.addBlock("<include template='partials/first.xml'/>")
    },
    Spoilt("missing template", says: ["template.unknown-file", "templates/kit.xml:"]) {
      try $0.remove(Files.note)
    },
    Spoilt("include from outside", says: ["template.unknown-file", Files.sheet]) {
      try $0.addBlock("<include template='../data/KnowledgeBase/basins.xml'/>")
    },
    Spoilt("a document twice", says: ["kitplan.duplicate-document", "`glossaire`", Files.plan]) {
      try $0.replace(#"document id="a-completer""#, #"document id="glossaire""#, Files.plan)
    },
    Spoilt("a path twice", says: ["kitplan.duplicate-path", Files.plan]) {
      try $0.replace(#"file="05-glossaire""#, #"file="03-Carte-d-identite""#, Files.plan)
    },
    Spoilt("a folder named CON", says: ["kitplan.unsafe-name", Files.plan]) {
      try $0.replace(#"<folder id="08-bilan""#, #"<folder id="CON""#, Files.plan)
    },
    Spoilt("a folder above the kit", says: ["kitplan.unsafe-name", Files.plan]) {
      try $0.replace(#"<folder id="08-bilan""#, #"<folder id="..""#, Files.plan)
    },
    Spoilt("a document above the kit", says: ["kitplan.unsafe-name", Files.plan]) {
      try $0.replace(#"file="05-glossaire""#, #"file="../../05-glossaire""#, Files.plan)
    },
    Spoilt("a document named by a basin", says: ["kitplan.unsafe-name", Files.plan]) {
      try $0.replace(#"file="05-glossaire""#, #"file="{{ basin.name }}:""#, Files.plan)
    },
    Spoilt("a broken reference document", says: ["xml.", "templates/look/reference.fodt"]) {
      try $0.write("<office:document", "templates/look/reference.fodt")
    },
    Spoilt("another format in its place", says: ["odf.", "templates/look/reference.fodt"]) {
      try $0.write("<html/>", "templates/look/reference.fodt")
    },
  ]
}

extension Files {
  /// A document with blocks at its end.
  fileprivate static let sheet = "templates/00-demarrer/a-completer.xml"

  fileprivate func addBlock(_ markup: String) throws {
    try replace("</document>", "\(markup)</document>", Self.sheet)
  }

  fileprivate func addParagraph(_ text: String) throws { try addBlock("<p>\(text)</p>") }
}
