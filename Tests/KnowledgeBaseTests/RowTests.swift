import Diagnostics
import KnowledgeBase
import Markup
import TestSupport
import Testing

@Suite struct `Every row of the collections` {
  @Test func `is taken up by an item, or left out with a reason`() throws {
    let files = try assets("KnowledgeBase")
    let list = try #require(files.first { $0.id.path.hasSuffix("/rows.xml") })
    let root = try parse(list)
    var taken: Set<String> = []
    var basinCount = 0
    var schoolCounts: [String: Int] = [:]
    for file in files where file.id.path != list.id.path {
      for item in try parse(file).elements {
        let rows = item["row"]?.value.split(separator: " ").map(String.init) ?? []
        taken.formUnion(rows)
        if item.name == "basin" { basinCount += 1 }
        for source in (item["sources"]?.value ?? "").split(separator: " ")
        where item.name == "school" {
          schoolCounts[String(source), default: 0] += 1
        }
      }
    }
    let exceptions = root.elements.filter { $0.name == "exception" }
    #expect(exceptions.allSatisfy { !($0["reason"]?.value ?? "").isEmpty })
    let left = Set(exceptions.compactMap { $0["row"]?.value })
    #expect(left.isDisjoint(with: taken), "an exception is taken up after all")
    for collection in root.elements where collection.name == "collection" {
      let prefix = try #require(collection["prefix"]?.value)
      let count = try #require(collection["count"].flatMap { Int($0.value) })
      if collection["of"]?.value == "basins.xml" {
        #expect(basinCount == count)
        continue
      }
      if let source = collection["source"]?.value {
        let exceptions = left.count { $0.hasPrefix("\(prefix)-") }
        #expect(schoolCounts[source] == count - exceptions, "\(prefix)")
        continue
      }
      let digits = prefix == "ACT" ? 3 : 2
      let all = (1...count).map { number in
        let text = String(number)
        return "\(prefix)-" + String(repeating: "0", count: digits - text.count) + text
      }
      let missing = all.filter { !taken.contains($0) && !left.contains($0) }
      #expect(missing == [], "\(prefix): rows without an item")
      let strange = taken.filter { $0.hasPrefix("\(prefix)-") && !all.contains($0) }
      #expect(strange == [], "\(prefix): rows that the collection does not have")
    }
  }
}
