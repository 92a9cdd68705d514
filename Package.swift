// swift-tools-version: 6.2
import PackageDescription

// The outer wall of the house: which room may look into which. ARCHITECTURE.md says why, and
// HouseTests compare every `import` line with the same table.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The rooms are optimised in debug builds too: the tests build whole kits, and are run often.
let quick: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A library target that only this package can see.
///
/// - Parameter cell: whether the room speaks C and therefore marks every unsafe expression.
func room(_ name: String, _ neighbours: [String] = [], cell: Bool = false) -> Target {
  .target(
    name: name,
    dependencies: neighbours.map { .byName(name: $0) },
    swiftSettings: (cell ? house + [.strictMemorySafety()] : house) + quick)
}

/// The tests of one or several rooms.
func tests(_ name: String, of neighbours: [String]) -> Target {
  .testTarget(
    name: name,
    dependencies: (neighbours + ["TestSupport"]).map { .byName(name: $0) },
    swiftSettings: house)
}

let package = Package(
  name: "trousse",
  products: [.executable(name: "trousse", targets: ["trousse"])],
  targets: [
    // ground
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLinux"),
    room("Diagnostics"),
    // words
    room("FileTree", ["Diagnostics"]),
    room("Markup", ["CLibXML2", "Diagnostics"], cell: true),
    room("Archive", ["CZlib", "Diagnostics", "FileTree"], cell: true),
    room("OfficePackages", ["Archive", "Diagnostics", "FileTree", "Markup"]),
    room("Reconciling", ["Diagnostics", "FileTree", "Markup", "OfficePackages"]),
    room("French"),
    room("Documents"),
    room("Sheets", ["Diagnostics"]),
    room(
      "OfficeReading",
      ["Archive", "Diagnostics", "Documents", "FileTree", "Markup", "OfficePackages"]),
    room("JSON", ["Diagnostics"]),
    room("Proofreading", ["Diagnostics", "Documents", "French"]),
    // stages
    room("KnowledgeBase", ["Diagnostics", "French", "Markup"]),
    room("Editing", ["Diagnostics", "French", "KnowledgeBase", "Markup", "Sheets"]),
    room("Planning", ["Diagnostics", "French", "KnowledgeBase"]),
    room("Quality", ["Diagnostics", "French", "KnowledgeBase"]),
    room("Ranking", ["KnowledgeBase"]),
    room("Tailoring", ["Diagnostics", "French", "KnowledgeBase", "Planning", "Ranking"]),
    room(
      "Templates",
      [
        "Diagnostics", "Documents", "FileTree", "French", "KnowledgeBase", "Markup",
        "OfficePackages", "OfficeReading", "Planning", "Proofreading", "Ranking", "Tailoring",
      ]),
    room("Merging", ["Diagnostics", "French", "JSON", "Sheets", "Templates"]),
    room("HTMLFormat", ["Documents", "Markup"]),
    room(
      "OpenDocumentFormat",
      ["Archive", "Diagnostics", "Documents", "FileTree", "Markup", "OfficePackages", "Sheets"]),
    room("CalendarFormat", ["French"]),
    room("Export", ["Archive", "Diagnostics", "FileTree", "Markup"]),
    // wiring
    room(
      "Assembly",
      [
        "CalendarFormat", "Diagnostics", "Documents", "Editing", "Export", "FileTree", "French",
        "HTMLFormat", "JSON", "KnowledgeBase", "Markup", "Merging", "OfficePackages",
        "OpenDocumentFormat", "Planning", "Proofreading", "Quality", "Reconciling", "Sheets",
        "Tailoring", "Templates",
      ]),
    room("Disk", ["CLinux", "Diagnostics", "FileTree"]),
    room(
      "TrousseCommand",
      [
        "Assembly", "Diagnostics", "Disk", "Editing", "Export", "FileTree", "French",
        "KnowledgeBase", "Merging", "Quality", "Sheets",
      ]),
    .executableTarget(
      name: "trousse", dependencies: ["TrousseCommand"], swiftSettings: house),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Archive", "CZlib", "Diagnostics", "Disk", "Documents", "FileTree", "French",
        "KnowledgeBase", "Markup", "OfficePackages", "OpenDocumentFormat", "Planning", "Ranking",
        "Templates",
      ],
      path: "Tests/Bench",
      swiftSettings: house),
    // tests
    .target(
      name: "TestSupport", dependencies: ["Diagnostics", "Documents"], path: "Tests/TestSupport",
      swiftSettings: house),
    tests("DiagnosticsTests", of: ["Diagnostics"]),
    tests("FileTreeTests", of: ["Diagnostics", "FileTree"]),
    tests("ArchiveTests", of: ["Archive", "Diagnostics", "FileTree"]),
    tests("DiskTests", of: ["Diagnostics", "Disk", "FileTree"]),
    tests("MarkupTests", of: ["Diagnostics", "Markup"]),
    tests(
      "OfficePackagesTests",
      of: ["Archive", "Diagnostics", "FileTree", "Markup", "OfficePackages"]),
    tests(
      "OfficeReadingTests",
      of: [
        "Archive", "Diagnostics", "Documents", "FileTree", "HTMLFormat", "Markup",
        "OfficePackages", "OfficeReading", "OpenDocumentFormat",
      ]),
    tests(
      "ReconcilingTests",
      of: ["Archive", "Diagnostics", "FileTree", "Markup", "Reconciling", "OfficePackages"]),
    tests("FrenchTests", of: ["French"]),
    tests("SheetsTests", of: ["Diagnostics", "Sheets"]),
    tests("JSONTests", of: ["Diagnostics", "JSON"]),
    tests("ProofreadingTests", of: ["Diagnostics", "Documents", "French", "Proofreading"]),
    tests("MergingTests", of: ["Diagnostics", "French", "JSON", "Merging", "Sheets", "Templates"]),
    tests("KnowledgeBaseTests", of: ["Diagnostics", "French", "KnowledgeBase", "Markup"]),
    tests("EditingTests", of: ["Diagnostics", "Editing", "KnowledgeBase", "Markup", "Sheets"]),
    tests("QualityTests", of: ["Diagnostics", "KnowledgeBase", "Quality"]),
    tests("PlanningTests", of: ["Diagnostics", "French", "KnowledgeBase", "Planning"]),
    tests(
      "RankingTests", of: ["Diagnostics", "French", "KnowledgeBase", "Ranking", "Tailoring"]),
    tests(
      "TailoringTests",
      of: ["Diagnostics", "French", "KnowledgeBase", "Planning", "Tailoring"]),
    tests(
      "TemplatesTests",
      of: [
        "Diagnostics", "Documents", "French", "KnowledgeBase", "Markup", "OfficePackages",
        "Planning", "Tailoring", "Templates",
      ]),
    tests("HTMLFormatTests", of: ["Documents", "HTMLFormat", "Markup"]),
    tests(
      "OpenDocumentFormatTests",
      of: [
        "Archive", "Diagnostics", "Documents", "FileTree", "Markup", "OpenDocumentFormat", "Sheets",
      ]),
    tests("CalendarFormatTests", of: ["CalendarFormat", "French"]),
    tests("ExportTests", of: ["Archive", "Diagnostics", "Export", "FileTree", "Markup"]),
    tests(
      "KitTests",
      of: [
        "Archive", "Assembly", "Diagnostics", "Documents", "Editing", "Export", "FileTree",
        "French", "KnowledgeBase", "Markup", "Merging", "OfficePackages", "OfficeReading",
        "Templates",
      ]),
    tests("CommandTests", of: []),
    tests("ConformanceTests", of: ["Archive", "Diagnostics", "FileTree", "French", "Reconciling"]),
    tests("HouseTests", of: []),
  ]
)
