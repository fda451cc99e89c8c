/// The part of the catalogue about notifications: who did what.

import { countIn } from './count.ts';

const { count } = countIn('nl-NL');
const list = new Intl.ListFormat('nl-NL');

export const notifications = {
  title: 'Meldingen',
  who: (names: readonly string[], others: number) => list.format(others > 0 ? [...names, count(others, 'ander', 'anderen')] : names),
  mention: (who: string, areMany: boolean) => `${who} ${areMany ? 'noemen' : 'noemt'} je`,
  praise: (who: string, areMany: boolean) => `${who} ${areMany ? 'geven' : 'geeft'} je een compliment`,
  mentionInComment: (who: string, areMany: boolean) => `${who} ${areMany ? 'noemen' : 'noemt'} je in een reactie`,
  comment: (who: string, areMany: boolean) => `${who} ${areMany ? 'reageren' : 'reageert'} op je bericht`,
  reply: (who: string, areMany: boolean) => `${who} ${areMany ? 'reageren' : 'reageert'} op je reactie`,
  routed: (who: string, areMany: boolean) => `${who} ${areMany ? 'hebben' : 'heeft'} een vraag voor je`,
  picked_up: (who: string, areMany: boolean) => `${who} ${areMany ? 'pakken' : 'pakt'} je vraag op`,
  answered: (who: string, areMany: boolean) => `${who} ${areMany ? 'hebben' : 'heeft'} je vraag beantwoord`,
  accepted: (who: string, areMany: boolean) => `${who} ${areMany ? 'zijn' : 'is'} geholpen met je antwoord`,
  reopened: (who: string, areMany: boolean) => `${who} ${areMany ? 'zijn' : 'is'} nog niet geholpen`,
  overdue: (who: string, areMany: boolean) => `${who} ${areMany ? 'wachten' : 'wacht'} nog op antwoord, langer dan beloofd`,
  merged: (who: string, areMany: boolean) => `${who} ${areMany ? 'voegen' : 'voegt'} je vraag samen met een gelijke vraag`,
  must_read: (who: string, areMany: boolean) => `${who} ${areMany ? 'vragen' : 'vraagt'} je dit te lezen`,
  affects: (who: string, areMany: boolean) => `${who} ${areMany ? 'schrijven' : 'schrijft'} nieuws dat jouw afdeling raakt`,
  acknowledged: (who: string, areMany: boolean) => `${who} ${areMany ? 'pakken' : 'pakt'} je nieuws op`,
  proposed: (who: string, areMany: boolean) => `${who} ${areMany ? 'hebben' : 'heeft'} een idee voor jullie`,
  decided: (who: string, areMany: boolean) => `${who} ${areMany ? 'vertellen' : 'vertelt'} hoe het staat met een idee dat jij wilt`,
  rescheduled: (who: string, areMany: boolean) => `${who} ${areMany ? 'hebben' : 'heeft'} een bijeenkomst gewijzigd waar jij bij wilt zijn`,
  cancelled: (who: string, areMany: boolean) => `${who} ${areMany ? 'hebben' : 'heeft'} een bijeenkomst afgelast waar jij bij wilde zijn`,
  approved: (who: string, areMany: boolean) => `${who} ${areMany ? 'hebben' : 'heeft'} je bericht goedgekeurd`,
  published: () => 'Je ingeplande bericht is geplaatst',
  unpublished: () => 'Je ingeplande bericht is niet geplaatst',
  posted: (who: string, areMany: boolean, where: string) => `${who} ${areMany ? 'plaatsten berichten' : 'plaatste een bericht'} in ${where}`,
  asked_to_join: (who: string, areMany: boolean, group: string) => `${who} ${areMany ? 'willen' : 'wil'} lid worden van ${group}`,
  admitted: (group: string) => `Je bent nu lid van ${group}`,
  quoted: (excerpt: string) => `“${excerpt}”`,
  toAll: 'Alle meldingen',
  last: 'Dit zijn je laatste meldingen. Oudere staan hier niet.',
  empty: 'Je hebt nog geen meldingen.',
  emptyHint: 'Noemt iemand je, reageert iemand op je of gebeurt er iets met je vraag? Dan lees je dat hier.',
  failed: 'De meldingen als gelezen markeren lukte niet.',
};
