extension KnowledgeBase {
  /// How many schools, pupils and communes a basin has: as a source says, else as its schools in the
  /// directory come to.
  ///
  /// A list that names no school of a kind says nothing of it, and one in which the pupils of a school
  /// are not known says nothing of pupils.
  package func counts(of basin: Basin) -> SchoolCounts {
    let schools = schools(of: basin.id)
    func count(_ kinds: Set<School.Kind>) -> Int? {
      let count = schools.count { kinds.contains($0.kind) }
      return count == 0 ? nil : count
    }
    let secondDegree = schools.filter { [.college, .lycee, .lp].contains($0.kind) }
    let pupils = secondDegree.compactMap(\.pupils)
    let areCounted = !secondDegree.isEmpty && pupils.count == secondDegree.count
    let towns = Set(secondDegree.map(\.town)).count
    return SchoolCounts(
      colleges: basin.schools.colleges ?? count([.college]),
      lycees: basin.schools.lycees ?? count([.lycee, .lp]),
      schools: basin.schools.schools ?? count([.ecole]),
      pupils: basin.schools.pupils ?? (areCounted ? pupils.reduce(0, +) : nil),
      communes: basin.schools.communes ?? (towns == 0 ? nil : towns))
  }
}
