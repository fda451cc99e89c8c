/// The part of the catalogue about polls, as everyone meets them.

import { countIn } from './count.ts';

const { number, count } = countIn('nl-NL');

const votes = (n: number) => count(n, 'stem', 'stemmen');

export const polls = {
  anonymous: 'Anoniem',
  closes: (moment: string, isToday: boolean) => (isToday ? `Sluit vandaag ${moment}` : `Sluit ${moment}`),
  closed: 'Gesloten',
  closedSince: (moment: string) => `Gesloten sinds ${moment}`,
  one: 'Eén antwoord',
  several: 'Eén of meer antwoorden',
  openFor: (span: string) => `Na goedkeuring ${span} open`,
  hours: (n: number) => count(n, 'uur', 'uur'),
  days: (n: number) => count(n, 'dag', 'dagen'),
  chooseOne: 'Kies één antwoord',
  chooseSome: 'Kies één of meer antwoorden',
  vote: 'Stem',
  change: 'Wijzig je stem',
  takeBack: 'Neem je stem terug',
  votes,
  voters: (n: number, multiple: boolean) => (multiple ? `${count(n, 'mens heeft', 'mensen hebben')} gestemd` : votes(n)),
  noVotes: 'Nog geen stemmen',
  nobodyVoted: 'Niemand stemde',
  share: (n: number) => `${number.format(n)}%`,
  own: 'jouw keuze',
  most: 'meeste stemmen',
  whoChose: 'Wie koos wat?',
  hidden: 'Wie wat koos, zie je als je hebt gestemd.',
  final: 'Niemand ziet wat je kiest. Je stem is definitief, en de uitslag komt na het sluiten.',
  voted: 'Je hebt gestemd. De uitslag komt na het sluiten, als er minstens vijf stemmen zijn.',
  coming: 'De uitslag komt zo.',
  tooFew: (n: number) => `${votes(n)}: te weinig om de uitslag te tonen`,
  failed: 'Je stem kwam niet aan.',
  takeBackFailed: 'Je stem terugnemen lukte niet.',
  closedMeanwhile: 'De peiling is intussen gesloten.',
  votedBefore: 'Je had hier al gestemd, en een anonieme stem staat vast.',
  takenBack: 'Je stem is teruggenomen',
  close: 'Sluit de peiling…',
  isClosed: 'De peiling is gesloten',
  closeFailed: 'De peiling sluiten lukte niet.',

  prompt: 'Wat wil je vragen?',
  body: 'Je vraag',
  submit: 'Plaats de peiling',
  isLate: 'De peiling zou al gesloten zijn.',
  aWeekMore: 'Plaats en houd een week open',
};
