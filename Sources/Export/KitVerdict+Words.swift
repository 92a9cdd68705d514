package import Diagnostics

extension KitVerdict {
  /// The report for a person: what was looked at, what is not as it was, and what follows from it.
  ///
  /// - Parameters:
  ///   - place: the kit as the person named it.
  ///   - day: the kit's own, as it is written in each language.
  package func report(of kit: ShippedKit, at place: String, day: Phrase) -> [Phrase] {
    let manifest = kit.manifest
    var lines = [
      Phrase(
        en: "\(place): \(manifest.name), edition \(manifest.edition), kit of \(day.english)",
        fr: "\(place) : \(manifest.label), édition \(manifest.edition), kit du \(day.french)"),
      Phrase(
        en: "  \(unchangedCount) of \(shippedCount) files are as they were built",
        fr: "  \(unchangedCount) fichiers sur \(shippedCount) sont tels qu’à la fabrication"),
    ]
    lines += list(damaged, Phrase(en: "damaged", fr: "abîmés"))
    lines += list(missing, Phrase(en: "missing", fr: "manquants"))
    lines += list(changed, Phrase(en: "changed by the basin", fr: "modifiés par le bassin"))
    lines += list(foreign, Phrase(en: "added, not of the kit", fr: "ajoutés, étrangers au kit"))
    return lines + [conclusion]
  }

  private func list(_ paths: [String], _ title: Phrase) -> [Phrase] {
    guard !paths.isEmpty else { return [] }
    return [
      Phrase(
        en: "  \(title.english) (\(paths.count)):", fr: "  \(title.french) (\(paths.count)) :")
    ] + paths.map { Phrase(en: "    \($0)", fr: "    \($0)") }
  }

  private var conclusion: Phrase {
    if !isWhole {
      return Phrase(
        en: "  This kit is not whole: copy these files again from a sound kit, "
          + "and keep the others.",
        fr: "  Ce kit n’est pas entier : recopiez ces fichiers depuis un kit sain, "
          + "et gardez les autres.")
    }
    guard changed.isEmpty, foreign.isEmpty else {
      return Phrase(
        en: "  This kit is whole, with the basin’s own work in it.",
        fr: "  Ce kit est entier, et porte le travail du bassin.")
    }
    return Phrase(en: "  This kit is whole.", fr: "  Ce kit est entier.")
  }
}
