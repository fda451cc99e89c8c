import { countIn } from './count.ts';

/// The part of the catalogue about events: when and where, who comes, and the calendar that has them all.

const { number, count } = countIn('nl-NL');

export const calendar = {
  about: 'Wanneer, waar en wie er komt',
  where: 'Waar:',
  answers: { yes: 'Ik kom', maybe: 'Misschien', no: 'Ik kom niet' },
  question: 'Kom je?',
  coming: (n: number) => (n === 0 ? 'Nog niemand komt' : count(n, 'komt', 'komen')),
  maybe: (n: number) => `${number.format(n)} misschien`,
  wouldCome: (n: number) => (n === 0 ? 'Niemand had gezegd te komen' : count(n, 'mens zou komen', 'mensen zouden komen')),
  placesLeft: (n: number) => (n === 0 ? 'vol' : `nog ${count(n, 'plek', 'plekken')}`),
  isFull: 'Alle plekken zijn bezet. Je kunt nog wel Misschien kiezen.',
  cancelled: 'Gaat niet door',
  over: 'Deze bijeenkomst is voorbij.',
  failed: 'Je antwoord kwam niet aan.',
  takeBackFailed: 'Je antwoord terugnemen lukte niet.',
  fullMeanwhile: 'Alle plekken zijn intussen bezet.',
  endedMeanwhile: 'De bijeenkomst is intussen voorbij, of gaat niet door.',
  toOwnCalendar: 'In mijn agenda zetten',

  whoComes: 'Wie komt er?',
  whoWouldCome: 'Wie zou er komen?',
  who: {
    coming: (n: number) => `Komen · ${number.format(n)}`,
    maybe: (n: number) => `Misschien · ${number.format(n)}`,
    others: (n: number) => `en ${count(n, 'ander', 'anderen')}`,
    none: 'Niemand, of niet meer.',
  },

  page: {
    lead: 'De bijeenkomsten van al je groepen.',
    which: 'Welke bijeenkomsten?',
    parts: { all: 'Alles', mine: 'Waar ik bij ben' },
    own: { yes: 'Je komt', maybe: 'Je komt misschien', no: 'Je komt niet' },
    untitled: 'Bijeenkomst',
    none: {
      all: { title: 'Er staat nog niets in je agenda.', hint: 'Plaatst iemand in een van je groepen een bijeenkomst, dan zie je die hier.' },
      mine: { title: 'Je hebt nog nergens gezegd dat je komt.', hint: 'Kies bij een bijeenkomst Ik kom of Misschien, dan zie je die hier.' },
    },
    showAll: 'Toon alles',
    rest: (n: number) => `Hier staan hoogstens ${number.format(n)} bijeenkomsten. Wat later komt, zie je hier nog niet.`,
  },

  feed: {
    title: 'Agenda koppelen',
    how: 'Met een geheim adres lezen Outlook, Google of je telefoon de bijeenkomsten waar je komt of misschien komt.',
    subscribe: 'Kies in je agenda “Abonneren” of “Via URL” en plak het adres. Wijzigingen staan er soms pas na een paar uur.',
    beware: 'Wie het adres heeft, ziet waar en wanneer je ergens bent, en wat het is, ook buiten Plein: deel het dus met niemand.',
    make: 'Maak het adres',
    makeAnother: 'Maak een nieuw adres',
    once: 'Kopieer dit adres nu en zet het in je agenda. Je ziet het maar één keer.',
    copy: 'Adres kopiëren',
    copied: 'Adres gekopieerd',
    copyFailed: 'Het adres kopiëren lukte niet',
    since: (date: string) => `Er is een adres sinds ${date}.`,
    end: 'Stop het koppelen',
    ended: 'Je agenda is niet meer gekoppeld',
    askAnother: 'Een nieuw adres maken?',
    anotherStops: 'Het adres dat er nu is, werkt dan niet meer. In elke agenda die het leest, zet je daarna het nieuwe.',
    askEnd: 'Stoppen met koppelen?',
    endStops: 'Het adres werkt dan niet meer. Agenda’s die het lezen, krijgen niets nieuws van Plein.',
  },
};
