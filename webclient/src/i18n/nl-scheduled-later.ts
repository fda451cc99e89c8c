/// The part of the catalogue about drafts and posts for later that comes later: choosing a moment, and the pages of both.

import { countIn } from './count.ts';

const { count } = countIn('nl-NL');

export const scheduledLater = {
  drafts: {
    title: 'Concepten',
    lead: 'Wat je begon te schrijven. Alleen jij ziet het, op al je apparaten.',
    saved: { everywhere: 'Concept opgeslagen', here: 'Opgeslagen op dit apparaat' },
    savedHint: 'Je vindt dit concept ook op je andere apparaten.',
    apart: 'Op een ander apparaat staat een ander concept.',
    privateThere: 'Dat concept is een privévraag. Wat hier staat niet.',
    privateHere: 'Wat hier staat is een privévraag. Dat concept niet.',
    view: 'Bekijken',
    foreign: 'Op een ander apparaat staat een concept dat dit apparaat niet kan tonen. Ververs de pagina, of houd wat hier staat.',
    take: 'Gebruik dat',
    keep: 'Houd dit',
    taken: 'Het concept van je andere apparaat staat er nu.',
    goOnHere: 'Verder',
    goOnIn: (place: string) => `Verder met je concept in ${place}`,
    copyIn: (place: string) => `Kopieer de tekst van je concept in ${place}`,
    throwAwayIn: (place: string) => `Weggooien: je concept in ${place}`,
    thrownAway: 'Je concept is weggegooid.',
    empty: 'Je hebt geen concepten.',
    emptyHint: 'Begin je een bericht en ga je weg? Dan vind je het hier terug.',
  },

  scheduleDialog: {
    hint: 'Tot dat moment ziet niemand je bericht.',
    when: 'Wanneer?',
    own: 'Een ander moment',
    now: 'Toch nu',
    choose: 'Kies dit moment',
    made: (when: string) => `Ingepland voor ${when}. Je vindt het in je menu bij Ingepland.`,
    full: 'Je hebt al 50 berichten ingepland. Kies bij een ervan eerst Niet plaatsen.',
    chooseAnew: 'Kies een nieuw moment…',
  },

  whenField: {
    label: 'Dag en tijd',
    faults: {
      missing: 'Kies een dag en een tijd.',
      past: 'Kies een moment dat nog komt.',
      far: 'Kies een moment binnen een jaar.',
      late: 'Kies een eerder moment: de bijeenkomst is dan al begonnen, of de peiling gesloten.',
    },
    refused: 'Dit moment kan niet meer. Kies een moment dat nog komt, binnen een jaar.',
  },

  scheduled: {
    title: 'Ingepland',
    lead: 'Berichten die je later plaatst. Tot dan weet niemand ervan.',
    empty: 'Je hebt niets ingepland.',
    emptyHint: 'Kies Later plaatsen als je een bericht schrijft, dan wacht het hier op zijn moment.',
    failed: 'Niet geplaatst',
    wasFor: (when: string) => `ingepland voor ${when}`,
    why: 'Op dat moment kon dit niet geplaatst worden. Niemand heeft dit gelezen. Kijk na of alles nog klopt.',
    pollOver: 'De peiling zou al gesloten zijn. Zet het terug naar concept en kies tot wanneer iedereen kan stemmen.',
    eventOver: 'De bijeenkomst is al voorbij. Zet het terug naar concept en kies een nieuwe dag.',
    whyNotHere: 'Je mag hier geen berichten meer plaatsen, of de groep is gearchiveerd. Niemand heeft dit gelezen.',
    anew: 'Nieuw moment kiezen',
    now: 'Nu plaatsen',
    cancel: 'Niet plaatsen',
    cancelled: 'Je bericht is niet meer ingepland.',
    toDraft: 'Terug naar concept',
    isDraft: 'Je bericht staat weer als concept klaar.',
    draftStands: (tab: string) => `In ${tab} staat al een ander concept. Daarom blijft je bericht ingepland.`,
    draftFirst: (tab: string) => `In ${tab} staat al een ander concept. Plaats dat eerst, of gooi het weg.`,
    show: 'Bekijk ingepland',
    cancelling: {
      title: 'Bericht weggooien?',
      hint: (tab: string) => `In ${tab} staat al een ander concept. Dit bericht kan dus niet terug naar concept: daarna kun je alleen de tekst nog kopiëren.`,
      act: 'Gooi weg',
    },
    published: 'Je bericht staat er.',
    publishedMeanwhile: 'Je bericht is intussen geplaatst of geannuleerd.',
    gone: 'Dit bericht is intussen geplaatst of geannuleerd.',
    mayNot: 'Je mag hier nu geen berichten plaatsen.',
    waiting: (n: number) => `${count(n, 'ingepland bericht', 'ingeplande berichten')} van jou ${n === 1 ? 'is' : 'zijn'} niet geplaatst`,
  },
};
