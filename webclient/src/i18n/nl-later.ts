import { countIn } from './count.ts';
import { accounts } from './nl-accounts.ts';
import { calendar } from './nl-calendar.ts';
import { eventWritingLater } from './nl-event-writing-later.ts';
import { help } from './nl-help.ts';
import { ideaWritingLater } from './nl-idea-writing-later.ts';
import { ideas } from './nl-ideas.ts';
import { peopleImport } from './nl-import.ts';
import { joining } from './nl-joining.ts';
import { merging } from './nl-merging-later.ts';
import { movesLater } from './nl-moves-later.ts';
import { news } from './nl-news.ts';
import { newsWritingLater } from './nl-news-writing-later.ts';
import { notifications } from './nl-notifications.ts';
import { organisation } from './nl-organisation.ts';
import { pollsLater } from './nl-polls-later.ts';
import { privatelyLater } from './nl-private-later.ts';
import { scheduledLater } from './nl-scheduled-later.ts';
import { translationsLater } from './nl-translations-later.ts';
import { writingLater } from './nl-writing-later.ts';

/// The words of pages that come later. They come with the first of them.

const { number, count } = countIn('nl-NL');

export const nlLater = {
  welcome: {
    title: 'Welkom',
    step: (at: number, of: number) => `${String(at)} van ${String(of)}`,
    hello: (name: string) => `Welkom, ${name}`,
    helloLead: 'Plein is het plein van je organisatie. In een minuut weet je hoe het werkt. Kies eerst je taal, weergave en kleur.',
    changeLater: 'Je wijzigt dit later bij je account en je profiel.',
    how: 'Zo werkt het',
    sentences: [
      { title: 'Een groep heeft een plek per afdeling', words: 'Kijk bij Verkoop of HR wat daar speelt. Algemeen en je eigen afdeling volg je vanzelf.' },
      { title: 'Gesloten is gesloten', words: 'Alleen leden van een groep lezen mee. Bij elk bericht staat vooraf wie het ziet.' },
      { title: 'Namens je werk of persoonlijk', words: 'Je kiest het bij elk bericht. Zo weet iedereen namens wie je schrijft.' },
    ],
    groups: 'Je groepen',
    groupsLead: (n: number) => `Je bent al lid van ${count(n, 'groep', 'groepen')}.`,
    noGroups: 'Je zit nog niet in een groep. Een eigenaar kan je toevoegen.',
    first: 'Zeg even hallo',
    firstLead: (place: string) => `Je eerste bericht komt in ${place}. Eén zin is genoeg.`,
    placeholder: 'Hallo allemaal. Ik werk bij … en ik help je graag met …',
    back: 'Terug',
    next: 'Verder',
    skip: 'Overslaan',
    later: 'Nu niet, naar Start',
    start: 'Naar Start',
  },

  filters: (active: number) => (active === 0 ? 'Filters' : `Filters (${number.format(active)})`),

  unsaved: {
    title: 'Niet opgeslagen wijzigingen weggooien?',
    hint: 'Wat je hebt ingevuld, is dan weg.',
    discard: 'Gooi weg',
    stay: 'Blijf hier',
  },

  groupForm: {
    createHint: 'Jij wordt eigenaar. Daarna laat je mensen binnen.',
    settings: 'Instellingen',
    notYours: 'Alleen eigenaren wijzigen de instellingen van deze groep.',
    name: 'Naam',
    nameHint: 'Kort, en zo dat een collega de groep herkent.',
    nameTaken: 'Er is al een gesloten groep met deze naam. Kies een andere.',
    nameUnseen: 'In deze naam staan tekens die niemand ziet. Typ de naam opnieuw.',
    purposeHint: 'In een paar zinnen: wat deel je hier, en met wie?',
    kind: 'Soort groep',
    kinds: { work: 'Voor het werk', interest: 'Voor de gezelligheid' },
    kindHint: {
      work: 'Over het werk, met een eigenaar van elke kant. Wie erbij wil, vraagt dat aan een eigenaar.',
      interest: 'Voor de persoonlijke kant, zoals hardlopen of eten. Wie wil, doet meteen mee.',
    },
    visibility: 'Wie weet van de groep?',
    visibilities: { closed: 'Gesloten', secret: 'Geheim' },
    owners: 'Nog een eigenaar',
    ownersHint: {
      work: 'Iemand van de andere kant, zodat SSC en business de groep samen dragen.',
      interest: 'Iemand die de groep met je draagt.',
    },
    tabs: 'Een plek voor elke afdeling',
    tabsHint: 'Algemeen is er altijd. Kies welke afdelingen een eigen plek krijgen.',
    reviewHint: 'Vanaf die dag vraagt Plein de eigenaren of de groep nog klopt.',
    reviewPast: 'Kies een dag die nog komt.',
    colour: 'Kleur',
    colours: { teal: 'zeegroen', blue: 'blauw', violet: 'violet', plum: 'pruim', brick: 'baksteen', amber: 'oker', moss: 'mos', slate: 'leisteen' },
    cover: 'Bestrating',
    covers: { stretcher: 'halfsteens', herringbone: 'visgraat', fan: 'waaier', waves: 'golven' },
    submit: 'Maak de groep',
    creating: 'Bezig met maken…',
    created: (group: string) => `${group} is er. Laat nu mensen binnen.`,
    saved: 'Opgeslagen',
    changedMeanwhile: 'Een andere eigenaar heeft dit intussen aangepast. Wat jij hebt ingevuld, staat hier nog.',
    takeCurrent: 'Bekijk de nieuwe versie',
  },

  archive: {
    title: 'Groep archiveren',
    hint: 'Voor een groep die klaar is. Je kunt de groep later terugzetten.',
    act: 'Archiveer de groep',
    ask: (group: string) => `${group} archiveren?`,
    consequence:
      'Niemand ziet de groep dan nog, ook niet op een scherm dat nu openstaat: geen berichten, geen leden, geen naam. Alleen eigenaren zien de groep bij Gearchiveerd en kunnen de groep terugzetten. Open verzoeken en uitnodigingen vervallen.',
    done: (group: string) => `${group} is gearchiveerd`,
    archived: 'Gearchiveerd',
    archivedHint: 'Alleen eigenaren weten van deze groepen.',
    since: (date: string) => `gearchiveerd op ${date}`,
    restore: 'Terugzetten',
    restoreGroup: (group: string) => `Zet ${group} terug`,
    restored: (group: string) => `${group} is terug, voor iedereen die erin zat`,
  },

  waiting: {
    title: 'Wacht op jou',
    emergency: (group: string, time: string) => `Een beheerder is met noodtoegang in ${group}, tot ${time}`,
    requests: (n: number, group: string) => (n === 1 ? `Iemand wil lid worden van ${group}` : `${number.format(n)} mensen willen lid worden van ${group}`),
    held: (n: number, group: string) => (n === 1 ? `1 bericht wacht op goedkeuring in ${group}` : `${number.format(n)} berichten wachten op goedkeuring in ${group}`),
    declinedPost: (place: string) => `Je bericht in ${place} is niet goedgekeurd`,
    declinedRequest: (group: string) => `Je verzoek om lid te worden van ${group} is afgewezen`,
  },

  emergency: {
    title: 'Noodtoegang',
    hint: 'Is dit het adres van een groep en is er een noodgeval? Met een reden kom je er een uur in. De eigenaren van de groep zien wie je bent en lezen je reden.',
    ask: 'Vraag noodtoegang',
    reason: 'Waarom moet je erin?',
    reasonHint: 'Je reden wordt vastgelegd, ook als er op dit adres geen groep is.',
    reasonShort: 'Schrijf minstens 10 tekens.',
    open: 'Ga naar binnen',
    nothing: 'Op dit adres is geen groep. Je poging is vastgelegd.',
    none: 'Niemand kwam met noodtoegang in deze groep.',
    until: (name: string, time: string) => `Noodtoegang voor ${name} tot ${time}`,
    was: (name: string, moment: string) => `Noodtoegang voor ${name}, ${moment}`,
    because: (reason: string) => `Omdat: ${reason}`,
    own: (time: string) => `Je bent hier met noodtoegang, tot ${time}. De eigenaren zien dat en lezen je reden.`,
    role: (time: string) => `noodtoegang tot ${time}`,
  },

  layout: {
    list: (group: string) => `Onderdelen van ${group}`,
    hint: 'In deze volgorde staan de onderdelen van de groep naast elkaar.',
    notYours: 'Eigenaren van de groep en afdelingshoofden bepalen de indeling.',
    add: 'Onderdeel toevoegen',
    edit: (name: string) => `${name} aanpassen`,
    menu: (name: string) => `Meer doen met ${name}`,
    move: (name: string) => `Verplaats ${name} met de pijltjestoetsen omhoog of omlaag`,
    up: 'Omhoog',
    down: 'Omlaag',
    moved: (name: string, place: number, of: number) => `${name} staat nu op plaats ${number.format(place)} van ${number.format(of)}`,
    orderStale: 'Iemand anders veranderde intussen de indeling. Zo is die nu.',
    posts: { everyone: 'Iedereen die meeleest, plaatst berichten', owners: 'Eigenaren en het afdelingshoofd plaatsen berichten', approval: 'Iedereen stuurt berichten in, een eigenaar of moderator keurt ze goed' },
    personal: 'Berichten zijn persoonlijk, tenzij iemand iets anders kiest',
    archive: 'Archiveren',
    archived: (name: string) => `${name} staat in het archief`,
    restored: (name: string) => `${name} staat er weer`,
    archiveHeading: 'Archief',
    archiveHint: 'Hier leest nu niemand mee. Zet je iets terug, dan staan ook alle berichten er weer.',
    restore: 'Zet terug',
    restoreNamed: (name: string) => `Zet ${name} terug`,
    since: 'in het archief sinds',
    name: 'Naam',
    nameMissing: 'Vul een naam in.',
    nameTaken: 'Een ander onderdeel heet al zo.',
    department: 'Afdeling',
    noDepartment: 'Geen afdeling',
    departmentHint: 'Het afdelingshoofd kan dit onderdeel dan ook aanpassen.',
    whoReads: 'Wie leest mee?',
    audience: {
      members: 'Alle leden',
      department: (name: string) => `Alleen leden die bij ${name} werken`,
      chooseDepartment: 'Alleen leden van één afdeling. Kies dan eerst de afdeling.',
      guests: 'Alle leden en gasten',
    },
    whoPosts: 'Wie plaatst berichten?',
    posting: {
      everyone: 'Iedereen die meeleest',
      owners: 'Eigenaren en het afdelingshoofd',
      approval: 'Iedereen, maar een eigenaar of moderator keurt elk bericht eerst goed',
    },
    heldStay: 'Wat al op goedkeuring wacht, blijft wachten tot iemand beslist.',
    mark: 'Namens wie is een nieuw bericht, als je niets kiest?',
    readers: {
      members: (n: number | undefined) => (n === undefined ? 'alle leden' : n === 1 ? '1 lid' : `alle ${number.format(n)} leden`),
      department: (n: number | undefined, department: string) =>
        n === undefined ? `alleen de leden van ${department}`
        : n === 0 ? 'nog niemand'
        : n === 1 ? `alleen 1 lid van ${department}`
        : `alleen de ${number.format(n)} leden van ${department}`,
      guests: (members: number | undefined, guests: number | undefined) =>
        members === undefined || guests === undefined
          ? 'alle leden en gasten'
          : `${members === 1 ? '1 lid' : `alle ${number.format(members)} leden`} en ${guests === 0 ? 'straks gasten' : count(guests, 'gast', 'gasten')}`,
    },
    reads: (who: string, n: number | undefined) => `Hier ${n === 0 || n === 1 ? 'leest' : 'lezen'} ${who} mee`,
    readsNow: (who: string, n: number | undefined) => `Nu ${n === 0 || n === 1 ? 'leest' : 'lezen'} ${who} mee.`,
    readsThen: (who: string, n: number | undefined) => `Straks ${n === 0 || n === 1 ? 'leest' : 'lezen'} ${who} mee.`,
    oldPostsToo: 'Dat geldt ook voor de berichten die er al staan.',
    notYou: (department: string) =>
      `Je werkt zelf niet bij ${department}. Je ziet dit onderdeel daarna niet meer, en kunt het ook niet terugdraaien.`,
    notYouEither: (department: string) =>
      `Je werkt zelf niet bij ${department}. Je ziet dit onderdeel dus niet, en kunt het later ook niet aanpassen.`,
    create: 'Voeg toe',
    created: (name: string) => `${name} is toegevoegd`,
    saved: (name: string) => `${name} is aangepast`,
    changedMeanwhile: 'Iemand anders paste dit intussen aan. Wat jij invulde, staat hier nog.',
    lastTab: 'Een groep houdt minstens één onderdeel. Voeg eerst een ander toe.',
    full: 'Meer onderdelen passen er niet bij. Archiveer er eerst een.',
    archiveFull: 'Het archief van deze groep is vol.',
  },

  kept: {
    lead: 'Berichten die je wilt terugvinden. Alleen jij weet welke.',
    empty: 'Je hebt nog niets bewaard.',
    emptyHint: 'Kies Bewaren in het menu van een bericht, dan vind je het hier terug.',
    toHome: 'Naar Start',
  },

  held: {
    title: 'Wacht op goedkeuring',
    lead: 'Wat het langst wacht, staat bovenaan. Anderen lezen een bericht pas als jij of een andere moderator het goedkeurt.',
    empty: 'Er wacht niets op goedkeuring.',
    emptyHint: 'Stuurt iemand iets in, dan zie je het hier meteen.',
    notYours: 'Alleen eigenaren en moderatoren van deze groep zien wat op goedkeuring wacht.',
    approve: 'Keur goed',
    approveOf: (name: string) => `Keur goed: bericht van ${name}`,
    approved: (name: string) => `Het bericht van ${name} is geplaatst`,
    decline: 'Keur niet goed',
    declineOf: (name: string) => `Keur niet goed: bericht van ${name}`,
    declined: (name: string) => `${name} leest nu waarom je het bericht niet goedkeurt`,
    declineTitle: (name: string) => `Bericht van ${name} niet goedkeuren`,
    reason: (name: string) => `Waarom niet? Dit leest alleen ${name}`,
    reasonHint: 'Zeg wat er anders moet. De tekst blijft bewaard: aanpassen en opnieuw insturen kan.',
    reasonMissing: 'Schrijf op waarom.',
    changedMeanwhile: (name: string) => `${name} paste dit intussen aan. Lees het nog een keer.`,
    decidedMeanwhile: 'Iemand anders was je voor: over dit bericht is al beslist.',
    authorGone: (name: string) => `${name} leest hier niet meer mee. Je kunt dit bericht alleen nog niet goedkeuren.`,
    gone: 'Dit bericht wacht niet meer.',
    own: 'Jouw berichten die nog niemand leest',
    waits: 'Wacht op goedkeuring',
    aModerator: 'Een moderator',
    declinedBy: (name: string) => `${name} keurde dit niet goed`,
    onlyYou: 'Alleen jij ziet dit nog.',
    onlyYouAndModerators: 'Alleen jij en de moderatoren van deze groep zien dit.',
    editAndSend: 'Pas aan en stuur opnieuw in',
    sendAgain: 'Stuur opnieuw in',
    takeBack: 'Trek in',
    takenBack: 'Je bericht is ingetrokken',
    approvedMeanwhile: 'Een moderator keurde je bericht intussen goed. Het staat er nu.',
    copyText: 'Kopieer de tekst',
    copied: 'Tekst gekopieerd',
    copyFailed: 'De tekst kopiëren lukte niet',
  },

  members: {
    title: 'Leden',
    back: (group: string) => `Terug naar ${group}`,
    add: 'Lid toevoegen',
    search: 'Zoek op naam of e-mailadres',
    noCandidates: (search: string) => `Niemand gevonden voor “${search}”.`,
    addPerson: (name: string) => `Voeg ${name} toe`,
    addShort: 'Voeg toe',
    added: (name: string) => `${name} is toegevoegd`,
    role: (name: string) => `Rol van ${name}`,
    changed: (name: string, role: string) => `${name} is nu ${role}`,
    remove: 'Uit de groep halen',
    removePerson: (name: string) => `Haal ${name} uit de groep`,
    removeTitle: (name: string) => `${name} uit de groep halen?`,
    removeText: (name: string, group: string) =>
      `${name} ziet ${group} dan meteen niet meer, ook niet op een scherm dat nu openstaat. Eerdere berichten blijven staan.`,
    removed: (name: string) => `${name} is uit de groep`,
    leave: 'Groep verlaten',
    leaveTitle: (group: string) => `${group} verlaten?`,
    leaveText: 'Je leest de berichten dan niet meer. Wil je terug, dan beslist een eigenaar over je verzoek.',
    leaveTextInterest: 'Je leest de berichten dan niet meer. Je kunt altijd opnieuw lid worden.',
    leaveTextGuest: 'Je ziet deze groep niet meer. Wil je terug, vraag dan een eigenaar je uit te nodigen.',
    you: 'jij',
    guestsCannotSee: 'Gasten zien niet wie de leden zijn.',
    older: 'Meer leden',
    filters: 'Leden zoeken',
    find: 'Zoek een lid',
    byRole: 'Rol',
    byDepartment: 'Afdeling',
    allRoles: 'Alle rollen',
    allDepartments: 'Alle afdelingen',
    noneFound: 'Hier is niemand gevonden.',
    lastOwner: 'Een groep heeft minstens één eigenaar. Maak eerst iemand anders eigenaar.',
    externalGuest: 'Iemand van buiten kan alleen gast zijn.',
    suspended: 'account geblokkeerd',
  },

  lockDialog: {
    title: 'Reacties sluiten',
    reason: 'Waarom?',
    hint: 'Iedereen leest dit onder het bericht. Wat er staat, blijft staan.',
    missing: 'Schrijf in een paar woorden waarom.',
  },

  reopenDialog: {
    title: 'Opnieuw openen',
    reason: 'Wat is nog niet beantwoord?',
    hint: 'Iedereen leest dit bij je vraag.',
    missing: 'Schrijf in een paar woorden wat je nog mist.',
    submit: 'Open opnieuw',
  },

  targetField: {
    label: 'Waar gaat het over?',
    example: 'Bijvoorbeeld: factuur, laptop, salaris',
    department: 'afdeling',
    none: 'Niets gevonden.',
    goesTo: (department: string) => `Gaat naar ${department}.`,
    promises: (department: string, hours: number) => `${department} antwoordt binnen ${count(hours, 'openingsuur', 'openingsuren')}.`,
    usually: (duration: string) => `Meestal binnen ${duration}.`,
    byGroup: 'Iemand van de groep stuurt je vraag door.',
  },

  routeDialog: {
    title: 'Stuur de vraag door',
    hint: 'Wie de vraag krijgt, kan er meteen mee verder.',
    missing: 'Kies een dienst of afdeling.',
    submit: 'Stuur door',
  },

  openQuestions: {
    title: 'Open vragen',
    none: 'Er wachten geen vragen die jij kunt lezen.',
  },

  versions: {
    title: 'Eerdere versies',
    none: 'Eerdere versies zijn niet bewaard.',
    period: (since: string, until: string) => `${since} tot ${until}`,
  },

  reactors: {
    title: 'Wie koos een emoji?',
    others: (n: number) => `en ${count(n, 'ander', 'anderen')}`,
    none: 'Niemand, of niet meer.',
  },

  help,

  ...accounts,
  calendar,
  ideas,
  joining,
  merging,
  news,
  notifications,
  peopleImport,
  ...organisation,
  ...pollsLater,
  ...newsWritingLater,
  ...eventWritingLater,
  ...ideaWritingLater,
  ...privatelyLater,
  ...scheduledLater,
  ...translationsLater,
  ...movesLater,
  ...writingLater,
};

export type LaterCatalogue = typeof nlLater;
