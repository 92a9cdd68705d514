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

/// One item of each kind.
package let tinyBase = """
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
  -- base/partners.xml --
  <partners>
    <partner id='mairie' kind='elected' title='Mairie' addressee-masculine='Monsieur le Maire'
      addressee-feminine='Madame la Maire' function='maire' closing='mes salutations'
      standing='proposed'>
      <why>Elle connaît les familles.</why>
      <ask>Une salle.</ask>
    </partner>
  </partners>
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
