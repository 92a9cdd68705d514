import Foundation
import TestSupport

/// How long the plan of the kits wants each document to be.
enum CataloguePages {
  /// The most pages, by the beginning of a file's name.
  static let limits: [(stem: String, most: Int)] = {
    let plan = try? String(contentsOfFile: RepositoryInputs.templates + "/kit.xml", encoding: .utf8)
    let entries = (plan ?? "").matches(of: /<document [^>]*>/).map { String($0.0) }
    return entries.compactMap { entry in
      guard let pages = value(of: "pages", in: entry), let file = value(of: "file", in: entry),
        let most = pages.split(separator: "-").last.flatMap({ Int($0) })
      else { return nil }
      return (String(file.prefix { $0 != "{" }), most)
    }
  }()

  /// The most pages of a document of a kit; nil where the plan does not say.
  static func limit(of document: String) -> Int? {
    let name = document.split(separator: "/").last.map(String.init) ?? ""
    return limits.filter { name.hasPrefix($0.stem) }.max { $0.stem.count < $1.stem.count }?.most
  }

  private static func value(of name: String, in entry: String) -> String? {
    guard let start = entry.range(of: " \(name)=\"")?.upperBound else { return nil }
    return String(entry[start...].prefix { $0 != "\"" })
  }
}
