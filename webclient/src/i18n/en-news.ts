import { countIn } from './count.ts';
import type { news as nl } from './nl-news.ts';

/// The part of the catalogue about news: what it asks of its readers, and what they made of it.

const { number, count } = countIn('en-GB');
const list = new Intl.ListFormat('en-GB');

export const news: typeof nl = {
  mustRead: 'Please confirm',
  confirm: 'I have read this',
  isConfirmed: 'You have read this',
  confirmed: (n) => (n === 0 ? 'Nobody has confirmed this yet' : `${count(n, 'person has', 'people have')} confirmed this`),
  confirmFailed: 'Confirming failed.',
  whoConfirmed: 'Who has read this?',

  affects: (names) => `Affects ${list.format(names)}`,
  takenUpBy: (n, of) => `Taken up by ${number.format(n)} of ${count(of, 'department', 'departments')}`,
  takesUp: (day) => (day === undefined ? 'takes this up' : `takes this up, done by ${day}`),
  waits: 'has not taken this up yet',
  takeUp: 'Take this up',
  takeUpFor: (department) => `Take this up for ${department}`,
  change: 'Change',
  changeFor: (department) => `Change what ${department} does`,

  confirmations: {
    progress: (n, of) => `${number.format(n)} of ${number.format(of)}`,
    confirmed: 'Confirmed',
    missing: 'Not confirmed yet',
    nobody: 'Nobody yet',
    everyone: 'Everyone has confirmed this',
    people: (n) => count(n, 'person', 'people'),
    others: (n) => `and ${count(n, 'other', 'others')}`,
    remind: 'Remind the others',
    once: 'Who has not confirmed yet is reminded once.',
    remindedOn: (date) => `Reminded on ${date}`,
    isReminded: 'The others are reminded',
    remindFailed: 'Reminding failed.',
    remindedBefore: 'Somebody has reminded the others already.',
  },

  takingUp: {
    title: (department) => `${department} takes this up`,
    note: 'What will you do?',
    noteHint: 'Everyone reads this with the news.',
    noteMissing: 'Write in a few words what you will do.',
    doneBy: 'When will it be done?',
    doneByHint: 'You may leave this empty.',
    past: 'This day has passed. Choose today or a later day.',
    save: 'Save',
    saved: (department) => `${department} takes this up`,
    failed: 'Saving failed.',
    notAffected: 'This news does not affect the department.',
  },

  waiting: {
    title: 'News waiting for you',
    untitled: 'News',
  },
};
