import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

/// A replacement in the tiny base; the new text may hold marks.
struct Edit: Sendable {
  var old: String
  var new: String

  init(_ old: String, _ new: String) {
    self.old = old
    self.new = new
  }
}

/// The tiny base with some of its text replaced. What is replaced must stand in it exactly once.
func tinyBase(_ edits: [Edit] = []) throws -> MarkedFolder {
  var text = tinyText
  for edit in edits {
    let count = text.ranges(of: edit.old).count
    guard count == 1 else { throw EditError(text: edit.old, count: count) }
    text = text.replacing(edit.old, with: edit.new)
  }
  return MarkedFolder(text)
}

/// An edit of the tiny base, and what must be said of it.
struct Case: Sendable, CustomTestStringConvertible {
  var edits: [Edit]
  var places: [String]
  var testDescription: String { edits.map(\.new).joined(separator: " · ") }

  init(_ old: String, _ new: String, _ places: String...) {
    edits = [Edit(old, new)]
    self.places = places
  }

  init(_ edits: [Edit], _ places: String...) {
    self.edits = edits
    self.places = places
  }
}

/// Loads files with the project's own schemas.
func loadBase(_ files: [SourceFile]) throws -> Reported<KnowledgeBase> {
  try load(files, schemas: try assets("Schemas"), folder: "base")
}

/// Everything that loading says of files; a base that loads with a warning says that.
func diagnostics(_ files: [SourceFile], schemas: [SourceFile]) -> [Diagnostic] {
  do throws(Stopped) {
    return try load(files, schemas: schemas, folder: "base").diagnostics
  } catch {
    return error.diagnostics
  }
}

func diagnostics(_ files: [SourceFile]) throws -> [Diagnostic] {
  diagnostics(files, schemas: try assets("Schemas"))
}

/// Schemas of the right names that let everything through: what is then still found wrong was
/// found by its meaning.
func laxSchemas() throws -> [SourceFile] {
  let text = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0">
      <start><ref name="any"/></start>
      <define name="any">
        <element><anyName/>
          <zeroOrMore>
            <choice><attribute><anyName/></attribute><text/><ref name="any"/></choice>
          </zeroOrMore>
        </element>
      </define>
    </grammar>
    """
  return try assets("Schemas").map { SourceFile(id: $0.id, bytes: Array(text.utf8)) }
}

/// One item of each kind, or two where one refers to another.
private let tinyText =
  tinyMethod + """
    -- base/sources.xml --
    <sources>
      <source id='note' title='Note de rentrée' publisher='académie' date='2014-09-01'/>
      <source id='bilan' title='Bilan' publisher='académie'/>
    </sources>
    -- base/academy.xml --
    <academy id='versailles' name='Versailles' full-name='académie de Versailles'
      de='de l’académie de Versailles' region='Île-de-France' zone='C' programme='Semaine'
      site='example.fr' slogan='Lâche pas l’école !' motto='Courage' accent='#5b2a6f' due='#a34400'
      standing='reported' sources='note'>
      <department id='essonne' code='91' name='Essonne' de='de l’Essonne' in='dans l’Essonne'
        standing='computed' sources='note' basis='de la note'/>
    </academy>
    -- base/editions.xml --
    <editions current='2015'>
      <principle id='agir' title='Agir' standing='proposed' sources='note'>Agir.</principle>
      <edition id='2014' rank='2' school-year='2013-2014' standing='proposed'/>
      <edition id='2015' rank='3' school-year='2014-2015' start='2015-03-16' end='2015-03-22'
        kit-day='2014-09-29' standing='reported' sources='note'>
        <stake id='parents' title='Les parents' short='parents'/>
        <fact standing='reported' sources='bilan'>Un fait.</fact>
      </edition>
    </editions>
    -- base/basins.xml --
    <basins>
      <basin id='evry' name='Évry' de='d’Évry' department='essonne' status='attested'
        first-edition='2' stakes='parents' standing='reported' sources='note bilan'>
        <person role='animateur' phone='01 02 03 04 05'/>
        <school-counts colleges='3' standing='reported' sources='bilan'/>
      </basin>
      <basin id='massy' name='Massy' de='de Massy' department='essonne' status='unconfirmed'
        standing='proposed'/>
    </basins>
    -- base/roles.xml --
    <roles>
      <role id='animateur' level='bassin' title='Animateur' short='animateur' team='yes'
        deputy='directeur' standing='proposed'>
        <mission>Animer.</mission>
        <duty phase='cadrage' standing='proposed' sources='note'>Réunir.</duty>
        <tip standing='proposed' sources='note'>Commencer tôt.</tip>
        <hours-note standing='reported' sources='bilan'>Deux heures.</hours-note>
      </role>
      <role id='directeur' level='bassin' title='Directeur' short='directeur' team='no'
        standing='proposed'>
        <mission>Suppléer.</mission>
      </role>
    </roles>
    -- base/tasks.xml --
    <tasks>
      <phase id='cadrage' number='1' title='Cadrer'/>
      <task id='equipe' title='Équipe' phase='cadrage' level='bassin' owner='animateur'
        helpers='directeur' lead='20 weeks' for='all' standing='proposed'>
        <how>Appeler.</how>
        <done>Huit noms d'ici : c'est tout !</done>
      </task>
      <task id='reunion' title='Réunion' phase='cadrage' level='bassin' owner='directeur'
        lead='18 weeks' for='all' after='equipe' standing='proposed'>
        <how>Inviter.</how>
        <done>Un compte rendu.</done>
      </task>
    </tasks>
    -- base/actions.xml --
    <actions>
      <theme id='ambition' title='Ambition'/>
      <action id='clip' title='Clip' school-types='college'
        edition='2014' week='yes' stake='ambition' format='clip' effort='small'
        lead-weeks='4' standing='reported' sources='note'>
        <place basin='evry massy' department='essonne'/>
        <description>Un clip.</description>
      </action>
    </actions>
    -- base/lessons.xml --
    <lessons>
      <lesson id='les-01' kind='condition' phase='cadrage' for='bassin' tasks='equipe reunion'
        edition='2014' basin='evry' standing='reported' sources='note'>Commencer tôt.</lesson>
    </lessons>
    -- base/glossary.xml --
    <glossary>
      <term id='cio' short='CIO' long='centre d’information' standing='proposed'>
        <means>Un service.</means>
        <later year='2019'>Un autre.</later>
      </term>
    </glossary>
    -- calendars/school-holidays.xml --
    <school-holidays>
      <source title='Vacances' version='1' licence='MIT'/>
      <zone id='C' name='zone C'/>
      <holiday zone='C' name='Vacances d’hiver' start='2015-02-14' end='2015-03-02'
        school-year='2014-2015' check='package'/>
    </school-holidays>
    -- calendars/public-holidays.xml --
    <public-holidays>
      <source title='Jours fériés' version='1' licence='MIT'/>
      <public-holiday day='2015-01-01' name='Jour de l’An'/>
    </public-holidays>
    -- calendars/events.xml --
    <events from='2014' to='2016'>
      <event kind='election' name='Scrutin' start='2015-03-29' end='2015-03-29'
        standing='to-check' source='à vérifier'/>
    </events>
    """
