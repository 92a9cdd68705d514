import Documents

/// A document of a kit's plan whose template is rendered apart from the kit: for a mail merge, say.
package struct PlannedTemplate: Sendable {
  let entry: KitPlan.Entry
  let folder: String

  /// What stands in the template for the item of a document that is made once for each: the item
  /// under its name, and `loop`. Nothing where the plan makes one document.
  package var itemFields: [RecordType.Field] {
    let meanings = ["ce pour quoi ce document est fait", "le rang parmi les autres"]
    return zip(entry.loop?.variables ?? [], meanings).map { variable, meaning in
      RecordType.Field(name: variable.name, type: variable.type, meaning: meaning)
    }
  }

  /// The documents that the plan makes of the template for a basin, in its order: one for each item
  /// that its condition lets through, or else one alone.
  package func items(of kit: KitValues) -> [PlannedItem] {
    let frame = kit.frame + [documentShape.value(of: DocumentView(document: .none, view: kit.view))]
    guard let loop = entry.loop else { return [item([], in: frame)] }
    let items = loop.list.value(in: frame).items
    return items.enumerated().compactMap { index, item in
      let values = [item, LoopState(index: index, count: items.count).value]
      if let condition = entry.condition, !condition.value(in: frame + values).isTrue {
        return nil
      }
      return self.item(values, in: frame)
    }
  }

  private func item(_ values: [Value], in frame: Frame) -> PlannedItem {
    let frame = frame + values
    let title = entry.title.text(in: frame)
    return PlannedItem(
      values: values, names: names(of: values.first), title: title,
      document: PlannedDocument(
        id: entry.id, key: entry.id, number: entry.number, title: title,
        purpose: entry.purpose.text(in: frame), audience: entry.audience.text(in: frame),
        moment: entry.moment.text(in: frame), folder: folder, place: PlannedDocument.none.place,
        changesBeforeElection: entry.changesBeforeElection,
        need: entry.need?.text(in: frame) ?? ""))
  }

  /// How a person may name an item, its id first.
  private func names(of item: Value?) -> [String] {
    guard case .record(let type)? = entry.loop?.variables.first?.type, let item else { return [] }
    return ["id", "title", "short"].compactMap { name in
      guard let index = type.fields.firstIndex(where: { $0.name == name }),
        case .text(let text) = item.field(index)
      else { return nil }
      return text
    }
  }
}

/// One of the documents that a plan makes of a template.
package struct PlannedItem: Sendable {
  /// One for each of the template's `itemFields`.
  package let values: [Value]
  /// How a person may name what it is for, its id first; none where the plan makes one document.
  package let names: [String]
  /// What the plan calls the document.
  package let title: String
  let document: PlannedDocument

  /// Whether a cell means this one: small and capital letters are the same.
  package func isMeant(by cell: Value) -> Bool {
    let word = cell.prose.lowercased()
    return names.contains { $0.lowercased() == word }
  }
}

extension KitPlan {
  /// The first document of the plan that is made from the template at a path.
  package func planned(template path: String) -> PlannedTemplate? {
    for folder in folders {
      if let entry = folder.entries.first(where: { $0.templatePath == path }) {
        return PlannedTemplate(entry: entry, folder: folder.title)
      }
    }
    return nil
  }
}
