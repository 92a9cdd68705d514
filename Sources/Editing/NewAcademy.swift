package import Diagnostics
package import French

/// What an academy says of itself when it begins: enough for a first edition of its own.
package struct NewAcademy: Sendable {
  package struct Basin: Hashable, Sendable {
    /// The code of its department; nothing where the academy has only one.
    package let department: String?
    package let name: String

    /// `35=Rennes`, or `Rennes` alone.
    package init(_ word: String) {
      let parts = Self.parts(of: word)
      department = parts.count == 2 ? oneLine(parts[0]).uppercased() : nil
      name = oneLine(parts[parts.count - 1])
    }

    private static func parts(of word: String) -> [String] {
      word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
  }

  package struct Department: Hashable, Sendable {
    package let code: String
    /// As the person writes it; nothing where the code alone was given.
    package let name: String?

    /// `35=Ille-et-Vilaine`, or `35` alone.
    package init(_ word: String) {
      let parts = word.split(separator: "=", maxSplits: 1).map { oneLine(String($0)) }
      code = (parts.first ?? "").uppercased()
      name = parts.count == 2 ? parts[1] : nil
    }
  }

  /// « Rennes »
  package var name: String
  /// Its id in files; made of the name when nothing is given.
  package var code: String?
  package var zone: String
  package var departments: [Department]
  package var basins: [Basin]
  /// The Monday of its week.
  package var week: CalendarDay
  /// Which edition it is for the academy.
  package var rank: Int
  package var slogan: String?
  package var site: String?

  package init(
    name: String, code: String?, zone: String, departments: [Department], basins: [Basin],
    week: CalendarDay, rank: Int, slogan: String?, site: String?
  ) {
    self.name = oneLine(name)
    self.code = code
    self.zone = zone.uppercased()
    self.departments = departments
    self.basins = basins
    self.week = week
    self.rank = rank
    self.slogan = slogan.map(oneLine)
    self.site = site
  }
}

extension NewAcademy {
  var id: String { slug(code ?? name) }

  /// « académie de Rennes », « académie d’Aix-Marseille »
  var fullName: String { "académie \(withDe(name, article: .kept))" }

  /// What cannot stand in its files, in the order of the questions.
  package var problems: [Diagnostic] {
    var found: [Diagnostic] = []
    if id.isEmpty { found.append(.newName(name)) }
    if week.weekday != .monday { found.append(.newWeekNotMonday(week)) }
    found += departmentProblems
    var ids: Set<String> = []
    for basin in basins {
      let id = slug(basin.name)
      if id.isEmpty { found.append(.newName(basin.name)) }
      if !ids.insert(id).inserted { found.append(.newTwice(basin.name)) }
      if department(of: basin) == nil {
        found.append(.newBasinWhere(basin.name, basin.department, among: departments.map(\.code)))
      }
    }
    return found
  }

  private var departmentProblems: [Diagnostic] {
    var found: [Diagnostic] = []
    var codes: Set<String> = []
    for department in departments {
      if !codes.insert(department.code).inserted { found.append(.newTwice(department.code)) }
      let isCode = department.code.wholeMatch(of: /[0-9]{2,3}|2A|2B/) != nil
      if !isCode || (department.name == nil && DepartmentName(code: department.code) == nil) {
        found.append(.newDepartment(department.code))
      }
    }
    return found
  }

  /// The department of a basin, where it can be told.
  func department(of basin: Basin) -> Department? {
    guard let code = basin.department else { return departments.count == 1 ? departments[0] : nil }
    return departments.first { $0.code == code }
  }
}

extension NewAcademy.Department {
  /// Name, « de … » and « dans … ». A name of one's own may have any article: sentences then go
  /// round it.
  var words: (name: String, de: String, within: String) {
    let known = DepartmentName(code: code)
    if let known, name == nil || name.map(slug) == slug(known.name) {
      return (known.name, known.de, known.within)
    }
    let own = name ?? code
    return (own, "du département \(own)", "dans le département \(own)")
  }

  var id: String { slug(words.name) }
}
