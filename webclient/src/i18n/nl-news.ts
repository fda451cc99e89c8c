import { countIn } from './count.ts';

/// The part of the catalogue about news: what it asks of its readers, and what they made of it.

const { number, count } = countIn('nl-NL');
const list = new Intl.ListFormat('nl-NL');

export const news = {
  mustRead: 'Graag bevestigen',
  confirm: 'Ik heb dit gelezen',
  isConfirmed: 'Je hebt dit gelezen',
  confirmed: (n: number) => (n === 0 ? 'Nog niemand heeft dit bevestigd' : `${count(n, 'mens heeft', 'mensen hebben')} dit bevestigd`),
  confirmFailed: 'Bevestigen lukte niet.',
  whoConfirmed: 'Wie heeft dit gelezen?',

  affects: (names: readonly string[]) => `Raakt ${list.format(names)}`,
  takenUpBy: (n: number, of: number) => `Opgepakt door ${number.format(n)} van ${count(of, 'afdeling', 'afdelingen')}`,
  takesUp: (day: string | undefined) => (day === undefined ? 'pakt dit op' : `pakt dit op, klaar op ${day}`),
  waits: 'heeft dit nog niet opgepakt',
  takeUp: 'Pak dit op',
  takeUpFor: (department: string) => `Pak dit op voor ${department}`,
  change: 'Wijzig',
  changeFor: (department: string) => `Wijzig wat ${department} doet`,

  confirmations: {
    progress: (n: number, of: number) => `${number.format(n)} van ${number.format(of)}`,
    confirmed: 'Bevestigd',
    missing: 'Nog niet bevestigd',
    nobody: 'Nog niemand',
    everyone: 'Iedereen heeft dit bevestigd',
    people: (n: number) => count(n, 'mens', 'mensen'),
    others: (n: number) => `en ${count(n, 'ander', 'anderen')}`,
    remind: 'Herinner de anderen',
    once: 'Wie nog niet bevestigde, krijgt één keer een herinnering.',
    remindedOn: (date: string) => `Herinnerd op ${date}`,
    isReminded: 'De anderen krijgen een herinnering',
    remindFailed: 'Herinneren lukte niet.',
    remindedBefore: 'Iemand heeft de anderen al herinnerd.',
  },

  takingUp: {
    title: (department: string) => `${department} pakt dit op`,
    note: 'Wat doen jullie?',
    noteHint: 'Iedereen leest dit bij het nieuws.',
    noteMissing: 'Schrijf in een paar woorden wat jullie doen.',
    doneBy: 'Wanneer is het klaar?',
    doneByHint: 'Je mag dit leeg laten.',
    past: 'Deze dag is voorbij. Kies vandaag of een latere dag.',
    save: 'Opslaan',
    saved: (department: string) => `${department} pakt dit op`,
    failed: 'Opslaan lukte niet.',
    notAffected: 'Dit nieuws raakt de afdeling niet.',
  },

  waiting: {
    title: 'Nieuws dat op je wacht',
    untitled: 'Nieuws',
  },
};
