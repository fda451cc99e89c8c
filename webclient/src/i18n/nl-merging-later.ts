import { countIn } from './count.ts';

/// The part of the catalogue about questions that ask the same, of which one is answered for all.

const { number } = countIn('nl-NL');

export const merging = {
  into: (name: string) => `Samengevoegd met de vraag van ${name}`,
  intoYours: 'Samengevoegd met een andere vraag van jou',
  intoAnother: 'Samengevoegd met een andere vraag',
  also: (n: number) => (n === 1 ? 'Ook gevraagd door een collega' : `Ook gevraagd door ${number.format(n)} collega’s`),

  apart: 'Losmaken',
  notHelped: 'Helpt dat antwoord niet? Maak je vraag weer los.',
  another: 'Vraag je toch iets anders? Maak je vraag weer los.',
  isApart: 'De vraag staat weer op zichzelf',
  apartFailed: 'Losmaken lukte niet.',

  title: 'Samenvoegen met een gelijke vraag',
  lead: 'Kies de vraag die blijft staan. Wie deze vraag stelde, hoort het antwoord van de andere vraag.',
  goAlong: 'Wat met deze vraag was samengevoegd, gaat mee.',
  hasAnswer: 'Die vraag is al beantwoord. Dat antwoord geldt dan ook hier.',
  search: 'Zoek op woorden uit de vraag',
  which: 'Welke vraag vraagt hetzelfde?',
  missing: 'Kies een vraag.',
  none: 'Er is geen vraag aan dezelfde afdeling die hierop lijkt. Zoek op andere woorden.',
  noneFound: (words: string) => `Geen vraag gevonden met “${words}”.`,
  loading: 'Gelijke vragen zoeken…',
  submit: 'Voeg samen',
  done: 'De vragen zijn samengevoegd',
  failed: 'Samenvoegen lukte niet.',
  audience: 'Niet iedereen die deze vraag leest, kan de andere lezen. Kies een andere vraag.',
  otherChanged: 'Met die vraag kan het niet meer: er is iets aan veranderd, of er horen al te veel vragen bij. Kies een andere.',
  otherGone: 'Die vraag is er niet meer, of je kunt die niet zien. Kies een andere.',
};
