/// The part of the catalogue about writing an event that comes later: its fields, what to do when it is refused, another time or
/// place, and its end.

import { countIn } from './count.ts';

const { number, count } = countIn('nl-NL');

export const eventWritingLater = {
  titleField: { label: 'Titel' },

  eventFields: {
    titleMissing: 'Geef de bijeenkomst een titel.',
    elsewhere: {
      menu: 'Tijd, plek en aantal plekken wijzig je in het menu van het bericht.',
      later: 'Tijd, plek en aantal plekken wijzig je zodra het bericht er staat.',
    },
  },

  planFields: {
    begins: 'Begint',
    ends: 'Eindigt',
    beginFaults: { missing: 'Kies een dag en een tijd.', past: 'Kies een moment dat nog komt.' },
    endFaults: {
      missing: 'Kies een dag en een tijd.',
      early: 'Kies een einde dat na het begin komt.',
      long: 'Een bijeenkomst duurt hoogstens 31 dagen.',
      past: 'Kies een einde dat nog komt.',
    },
    place: 'Plek',
    placeHint: 'Niet verplicht. Een zaal, een adres of een link.',
    places: 'Aantal plekken',
    placesHint: 'Laat dit leeg als iedereen kan komen.',
    number: `Kies een getal van 1 tot en met ${number.format(10_000)}, of laat dit leeg.`,
    few: (n: number) => `Er ${n === 1 ? 'komt' : 'komen'} al ${count(n, 'mens', 'mensen')}. Kies minstens zoveel plekken, of laat dit leeg.`,
  },

  heldEvent: { isOver: 'Dit moment is al voorbij' },

  eventRefused: {
    isLate: 'De bijeenkomst is al voorbij.',
    chooseAnew: 'Kies een nieuw moment…',
    title: 'Wanneer is de bijeenkomst?',
    hint: 'Je tekst blijft zoals die is.',
  },

  eventMenu: { reschedule: 'Tijd of plek wijzigen…', cancel: 'Afgelasten…' },

  rescheduling: {
    title: 'Tijd of plek wijzigen',
    hint: 'Wie komt of misschien komt, krijgt een melding.',
    meanwhile: 'Iemand anders was je voor. Dit staat er nu:',
    saved: 'De bijeenkomst is gewijzigd. Wie komt of misschien komt, krijgt een melding.',
    failed: 'Wijzigen lukte niet.',
    past: 'Het moment dat je koos, is al voorbij.',
    tooFew: 'Er komen al meer mensen dan dit aantal plekken.',
    ended: 'De bijeenkomst is intussen voorbij of afgelast.',
  },

  cancelling: {
    title: 'De bijeenkomst afgelasten?',
    reason: 'Waarom gaat het niet door?',
    hint: 'Wie komt of misschien komt, krijgt een melding, en iedereen leest hier waarom. Terugdraaien kan niet.',
    missing: 'Schrijf in een paar woorden waarom.',
    act: 'Afgelasten',
    refusal: 'Laat doorgaan',
    done: 'De bijeenkomst is afgelast. Wie komt of misschien komt, krijgt een melding.',
    earlier: 'Iemand anders had de bijeenkomst al afgelast. Die reden blijft staan.',
    failed: 'Afgelasten lukte niet.',
    isOver: 'De bijeenkomst is intussen voorbij.',
  },
};
