import Foundation

/// What an output folder remembers for the next build: of this machine alone.
let record = ".trousse-record"

/// All files under a folder but its record, hidden ones too, by path; a folder has no bytes.
func tree(at folder: String) throws -> [String: Data?] {
  var files: [String: Data?] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path != record {
    let place = "\(folder)/\(path)"
    let attributes = try FileManager.default.attributesOfItem(atPath: place)
    let isFile = attributes[.type] as? FileAttributeType == .typeRegular
    files.updateValue(isFile ? try Data(contentsOf: URL(filePath: place)) : nil, forKey: path)
  }
  return files
}

/// The paths that are not in both, or not the same in both.
func differences(_ first: [String: Data?], _ second: [String: Data?]) -> [String] {
  Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
}

/// The names in a folder but its record, hidden ones too.
func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != record }.sorted()
}

/// What an output folder holds beside kits, for the academic team.
let academyNames = [
  "apparence", "base.html", "catalogue.html", "catalogue.odt", "guide-des-modeles.html",
  "guide-des-modeles.odt", "index.html",
]
