/// Two documents for two basins.
package let tinyTemplates = """
  -- templates/kit.xml --
  <kit>
    <folder id='01-agir' title='Agir'>
      <document id='accueil' number='1' template='accueil.xml' file='OUVRIR' at='root' formats='html'
        title='Accueil' purpose='ouvrir' audience='tous' moment='toujours' see='lettre'/>
      <document id='lettre' number='2' template='lettre.xml' file='01-lettre'
        title='Lettre du {{ basin.label }}' purpose='écrire' audience='tous' moment='lundi'/>
    </folder>
  </kit>
  -- templates/accueil.xml --
  <document><p>Bienvenue {{ basin.de }} : <a to='lettre'>lettre</a>.</p></document>
  -- templates/lettre.xml --
  <document><p>À <blank name='lieu'/>.</p></document>
  -- templates/academie/index.xml --
  <document><p for='entry in kits'>{{ entry.name }}</p></document>
  -- templates/LISEZ-MOI.txt --
  Kit {{ basin.de }}
  Fin
  """

/// What both tiny bases share: a formula, a partner, the numbers of the ranking, a quantity, a line
/// of the budget, a risk and a message.
package let tinyMethod = """
  -- base/formulas.xml --
  <formulas>
    <formula id='maire' title='Maire' call-masculine='Monsieur le Maire'
      call-feminine='Madame la Maire' closing-start='Veuillez agréer' closing='mes salutations'
      standing='proposed'/>
  </formulas>
  -- base/partners.xml --
  <partners>
    <partner id='mairie' kind='elected' title='Mairie' formula='maire' function='maire'
      standing='proposed'>
      <why>Elle connaît les familles.</why>
      <ask>Une salle.</ask>
    </partner>
  </partners>
  -- base/ranking.xml --
  <ranking suggestions='3' lessons='2' uses='2'>
    <weight id='enjeu-retenu' points='200' standing='proposed'>Ainsi.</weight>
    <weight id='enjeu-de-l-edition' points='80' standing='proposed'>Ainsi.</weight>
    <weight id='premier-degre' points='60' standing='proposed'>Ainsi.</weight>
    <weight id='etablissements-du-bassin' points='30' standing='proposed'>Ainsi.</weight>
    <weight id='taille-proche' points='30' standing='proposed'>Ainsi.</weight>
    <weight id='notre-departement' points='40' standing='proposed'>Ainsi.</weight>
    <weight id='notre-academie' points='60' standing='proposed'>Ainsi.</weight>
    <weight id='effort-leger' points='60' standing='proposed'>Ainsi.</weight>
    <weight id='effort-moyen' points='30' standing='proposed'>Ainsi.</weight>
    <weight id='grand-effort-premiere-fois' points='-80' standing='proposed'>Ainsi.</weight>
    <weight id='delai-confortable' points='40' standing='proposed'>Ainsi.</weight>
    <weight id='fiche-detaillee' points='50' standing='proposed'>Ainsi.</weight>
    <weight id='hors-de-portee' points='-200' standing='proposed'>Ainsi.</weight>
    <weight id='premier-degre-absent' points='-150' standing='proposed'>Ainsi.</weight>
    <weight id='bassin-de-plus' points='60' standing='proposed'>Ainsi.</weight>
    <weight id='forme-essayee' points='12' standing='proposed'>Ainsi.</weight>
    <weight id='resultat-rapporte' points='50' standing='proposed'>Ainsi.</weight>
    <weight id='pendant-la-semaine' points='30' standing='proposed'>Ainsi.</weight>
    <weight id='deja-cette-forme' points='-140' standing='proposed'>Ainsi.</weight>
    <weight id='deja-cet-enjeu' points='-60' standing='proposed'>Ainsi.</weight>
    <weight id='deja-ce-lieu' points='-90' standing='proposed'>Ainsi.</weight>
    <weight id='lecon-du-bassin' points='200' standing='proposed'>Ainsi.</weight>
    <weight id='lecon-de-l-academie' points='80' standing='proposed'>Ainsi.</weight>
    <weight id='lecon-de-vigilance' points='40' standing='proposed'>Ainsi.</weight>
    <weight id='lecon-pour-commencer' points='40' standing='proposed'>Ainsi.</weight>
    <weight id='lecon-precise' points='120' standing='proposed'>Ainsi.</weight>
    <weight id='lecon-deja-dite' points='-100' standing='proposed'>Ainsi.</weight>
  </ranking>
  -- base/quantities.xml --
  <quantities>
    <group id='courriers' title='Courriers'/>
    <quantity id='lettres' group='courriers' title='Lettres' one='lettre' many='lettres'
      standing='proposed'>
      <term of='etablissements' count='1' one='lettre' many='lettres'/>
      <note>Une par établissement.</note>
    </quantity>
  </quantities>
  -- base/budget.xml --
  <budget>
    <line id='timbres' side='expense' title='Timbres' quantities='lettres' standing='proposed'/>
  </budget>
  -- base/risks.xml --
  <risks>
    <risk id='silence' title='Silence' owner="animateur" standing='proposed'>
      <sign>Rien.</sign>
      <prevention>Appeler.</prevention>
      <fallback>Rappeler.</fallback>
    </risk>
  </risks>
  -- base/messages.xml --
  <messages>
    <message id='equipes' title='Message aux équipes' to='équipes' task='equipe'
      standing='proposed'>La Semaine est [dates de la Semaine], à [lieu].</message>
  </messages>

  """

/// One item of each kind.
package let tinyBase =
  tinyMethod + """
    -- base/sources.xml --
    <sources><source id='note' title='Note de rentrée' publisher='académie'/></sources>
    -- base/academy.xml --
    <academy id='versailles' name='Versailles' full-name='académie de Versailles'
      de='de l’académie de Versailles' region='Île-de-France' zone='C' programme='Semaine'
      site='example.fr' slogan='Lâche pas l’école !' motto='Courage' accent='#5b2a6f' due='#a34400'
      standing='proposed'>
      <department id='essonne' code='91' name='Essonne' de='de l’Essonne' in='dans l’Essonne'
        standing='proposed'/>
    </academy>
    -- base/editions.xml --
    <editions current='2015'>
      <principle id='agir' title='Agir' standing='proposed'>Agir.</principle>
      <edition id='2015' rank='3' school-year='2014-2015' start='2015-03-16' end='2015-03-22'
        kit-day='2014-09-29' standing='proposed'/>
    </editions>
    -- base/basins.xml --
    <basins>
      <basin id='evry' name='Évry' de='d’Évry' department='essonne' status='attested'
        standing='reported' sources='note'/>
      <basin id='con-sur-mer' name='CON' de='de Con' department='essonne' status='unconfirmed'
        standing='proposed'/>
    </basins>
    -- base/roles.xml --
    <roles>
      <role id='animateur' level='bassin' title='Animateur' short='animateur' team='yes'
        standing='proposed'>
        <mission>Animer.</mission>
      </role>
    </roles>
    -- base/tasks.xml --
    <tasks>
      <phase id='cadrage' number='1' title='Cadrer'/>
      <task id='equipe' title='Équipe' phase='cadrage' level='bassin' owner='animateur'
        lead='20 weeks' for='all' standing='proposed'>
        <how>Appeler.</how>
        <done>Huit noms.</done>
      </task>
    </tasks>
    -- base/actions.xml --
    <actions>
      <theme id='ambition' title='Ambition'/>
      <action id='clip' title='Clip' school-types='college' week='yes' stake='ambition'
        format='clip' effort='small' lead-weeks='2' standing='reported' sources='note'>
        <description>Un clip.</description>
      </action>
    </actions>
    -- base/lessons.xml --
    <lessons>
      <lesson id='debut' kind='condition' phase='cadrage' for='bassin'
        standing='proposed'>Commencer tôt.</lesson>
    </lessons>
    -- base/glossary.xml --
    <glossary>
      <term id='cio' short='CIO' long='centre d’information' standing='proposed'>
        <means>Un service.</means>
      </term>
    </glossary>
    -- calendars/school-holidays.xml --
    <school-holidays>
      <source title='Vacances' version='1' licence='MIT'/>
      <zone id='C' name='zone C'/>
      <holiday zone='C' name='Vacances d’été' start='2014-07-05' end='2014-09-02'
        school-year='2013-2014' check='package'/>
      <holiday zone='C' name='Vacances de la Toussaint' start='2014-10-18' end='2014-11-03'
        school-year='2014-2015' check='package'/>
      <holiday zone='C' name='Vacances de printemps' start='2015-04-18' end='2015-05-04'
        school-year='2014-2015' check='package'/>
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
