import { countIn } from './count.ts';
import type { calendar as nl } from './nl-calendar.ts';

/// The part of the catalogue about events: when and where, who comes, and the calendar that has them all.

const { number, count } = countIn('en-GB');

export const calendar: typeof nl = {
  about: 'When, where and who is coming',
  where: 'Where:',
  answers: { yes: 'I’m coming', maybe: 'Maybe', no: 'I’m not coming' },
  question: 'Are you coming?',
  coming: (n) => (n === 0 ? 'Nobody is coming yet' : `${number.format(n)} coming`),
  maybe: (n) => `${number.format(n)} maybe`,
  wouldCome: (n) => `${n === 0 ? 'Nobody' : count(n, 'person', 'people')} said they would come`,
  placesLeft: (n) => (n === 0 ? 'full' : `${count(n, 'place', 'places')} left`),
  isFull: 'All places are taken. You can still choose Maybe.',
  cancelled: 'Cancelled',
  over: 'This event is over.',
  failed: 'Your answer did not arrive.',
  takeBackFailed: 'Taking your answer back failed.',
  fullMeanwhile: 'All places have been taken meanwhile.',
  endedMeanwhile: 'The event is over by now, or was cancelled.',
  toOwnCalendar: 'Put it in my calendar',

  whoComes: 'Who is coming?',
  whoWouldCome: 'Who said they would come?',
  who: {
    coming: (n) => `Coming · ${number.format(n)}`,
    maybe: (n) => `Maybe · ${number.format(n)}`,
    others: (n) => `and ${count(n, 'other', 'others')}`,
    none: 'Nobody, or nobody any more.',
  },

  page: {
    lead: 'The events of all your groups.',
    which: 'Which events?',
    parts: { all: 'Everything', mine: 'The ones I go to' },
    own: { yes: 'You’re coming', maybe: 'Maybe you’re coming', no: 'You’re not coming' },
    untitled: 'Event',
    none: {
      all: { title: 'There is nothing in your calendar yet.', hint: 'When somebody posts an event in one of your groups, you see it here.' },
      mine: { title: 'You have not said anywhere that you are coming.', hint: 'Choose I’m coming or Maybe at an event, and you see it here.' },
    },
    showAll: 'Show everything',
    rest: (n) => `At most ${number.format(n)} events are shown here. Later ones are not here yet.`,
  },

  feed: {
    title: 'Connect your calendar',
    how: 'With a secret address, Outlook, Google or your phone read the events you go to, or may go to.',
    subscribe: 'Choose “Subscribe” or “From URL” in your calendar and paste the address. It may take a few hours before changes are there.',
    beware: 'Whoever has the address sees where you are and when, and what it is, outside of Plein too: so share it with nobody.',
    make: 'Make the address',
    makeAnother: 'Make a new address',
    once: 'Copy this address now and put it in your calendar. You see it only once.',
    copy: 'Copy address',
    copied: 'Address copied',
    copyFailed: 'Copying the address failed',
    since: (date) => `There has been an address since ${date}.`,
    end: 'Stop connecting',
    ended: 'Your calendar is not connected any more',
    askAnother: 'Make a new address?',
    anotherStops: 'The address that is there now stops working. You put the new one in every calendar that reads it.',
    askEnd: 'Stop connecting your calendar?',
    endStops: 'The address stops working. Calendars that read it get nothing new from Plein.',
  },
};
