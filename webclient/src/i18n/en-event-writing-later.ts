import { countIn } from './count.ts';
import type { eventWritingLater as nl } from './nl-event-writing-later.ts';

/// The part of the catalogue about writing an event that comes later: its fields, what to do when it is refused, another time or
/// place, and its end.

const { number, count } = countIn('en-GB');

export const eventWritingLater: typeof nl = {
  titleField: { label: 'Title' },

  eventFields: {
    titleMissing: 'Give the event a title.',
    elsewhere: {
      menu: 'You change time, place and number of places in the menu of the post.',
      later: 'You change time, place and number of places once the post is there.',
    },
  },

  planFields: {
    begins: 'Begins',
    ends: 'Ends',
    beginFaults: { missing: 'Choose a day and a time.', past: 'Choose a moment that is still to come.' },
    endFaults: {
      missing: 'Choose a day and a time.',
      early: 'Choose an end that comes after the beginning.',
      long: 'An event lasts 31 days at most.',
      past: 'Choose an end that is still to come.',
    },
    place: 'Place',
    placeHint: 'Optional. A room, an address or a link.',
    places: 'Number of places',
    placesHint: 'Leave this empty if everyone can come.',
    number: `Choose a number from 1 to ${number.format(10_000)}, or leave this empty.`,
    few: (n) => `${count(n, 'person is', 'people are')} coming already. Choose at least as many places, or leave this empty.`,
  },

  heldEvent: { isOver: 'This moment has gone by' },

  eventRefused: {
    isLate: 'The event is over already.',
    chooseAnew: 'Choose another time…',
    title: 'When is the event?',
    hint: 'Your text stays as it is.',
  },

  eventMenu: { reschedule: 'Change time or place…', cancel: 'Cancel the event…' },

  rescheduling: {
    title: 'Change time or place',
    hint: 'Those who come, or may come, get a notification.',
    meanwhile: 'Somebody else was faster. This is what stands there now:',
    saved: 'The event was changed. Those who come, or may come, get a notification.',
    failed: 'The event could not be changed.',
    past: 'The moment that you chose has gone by.',
    tooFew: 'More people are coming than this number of places.',
    ended: 'The event is over or was cancelled meanwhile.',
  },

  cancelling: {
    title: 'Cancel the event?',
    reason: 'Why does it not go on?',
    hint: 'Those who come, or may come, get a notification, and everyone reads here why. It cannot be taken back.',
    missing: 'Say why in a few words.',
    act: 'Cancel the event',
    refusal: 'Let it go on',
    done: 'The event was cancelled. Those who come, or may come, get a notification.',
    earlier: 'Somebody else had cancelled the event already. Their reason stands.',
    failed: 'The event could not be cancelled.',
    isOver: 'The event is over by now.',
  },
};
