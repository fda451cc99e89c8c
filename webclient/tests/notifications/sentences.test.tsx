import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notificationsQuery } from '../../src/features/notifications/notifications.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import { notifications as en } from '../../src/i18n/en-notifications.ts';
import type { Notification, NotificationKind } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { group, groupNotification, notification, notificationList, person, tab } from '../make.ts';
import { visit } from '../visit.tsx';
import '../../src/features/notifications/NotificationsPage.tsx';

const [fatma, daan, samira] = [person(31, 'Fatma Yıldız'), person(32, 'Daan Smit'), person(33, 'Samira Aziz')];
const owned = group({ group: { ...group().group, id: 4, name: 'Hardlopen' }, tabs: [tab(41)], role: 'owner' });

/// What one line says.
const said = (more: Partial<Notification>) => saidBy(notification(9, { actors: [31], read: true, ...more }));

async function saidBy(line: Notification): Promise<string> {
  await visit('/notifications', {
    groups: [group(), owned],
    knowing: () => {
      learnPeople([fatma, daan, samira]);
      queries.setQueryData(notificationsQuery.queryKey, notificationList(line));
    },
  });
  const link = await screen.findByRole('link', { name: /zojuist|nov|uur/ });
  return link.querySelector('p')?.textContent ?? '';
}

/// Where the only line leads.
const address = () => screen.getAllByRole('link', { name: /zojuist|nov|uur/ })[0]?.getAttribute('href');

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  act(() => {
    queries.clear();
  });
});

describe('A line says who did what', () => {
  const lines: [NotificationKind, Partial<Notification>, one: string, many: string][] = [
    ['mention', {}, 'Fatma Yıldız noemt je', 'Fatma Yıldız en Daan Smit noemen je'],
    ['mention', { comment: 12 }, 'Fatma Yıldız noemt je in een reactie', 'Fatma Yıldız en Daan Smit noemen je in een reactie'],
    ['comment', { comment: 12 }, 'Fatma Yıldız reageert op je bericht', 'Fatma Yıldız en Daan Smit reageren op je bericht'],
    ['reply', { comment: 12 }, 'Fatma Yıldız reageert op je reactie', 'Fatma Yıldız en Daan Smit reageren op je reactie'],
    ['routed', {}, 'Fatma Yıldız heeft een vraag voor je', 'Fatma Yıldız en Daan Smit hebben een vraag voor je'],
    ['picked_up', {}, 'Fatma Yıldız pakt je vraag op', 'Fatma Yıldız en Daan Smit pakken je vraag op'],
    ['answered', { comment: 12 }, 'Fatma Yıldız heeft je vraag beantwoord', 'Fatma Yıldız en Daan Smit hebben je vraag beantwoord'],
    ['accepted', { comment: 12 }, 'Fatma Yıldız is geholpen met je antwoord', 'Fatma Yıldız en Daan Smit zijn geholpen met je antwoord'],
    ['reopened', {}, 'Fatma Yıldız is nog niet geholpen', 'Fatma Yıldız en Daan Smit zijn nog niet geholpen'],
    ['overdue', {}, 'Fatma Yıldız wacht nog op antwoord, langer dan beloofd', 'Fatma Yıldız en Daan Smit wachten nog op antwoord, langer dan beloofd'],
    ['merged', {}, 'Fatma Yıldız voegt je vraag samen met een gelijke vraag', 'Fatma Yıldız en Daan Smit voegen je vraag samen met een gelijke vraag'],
    ['praise', {}, 'Fatma Yıldız geeft je een compliment', 'Fatma Yıldız en Daan Smit geven je een compliment'],
    ['must_read', {}, 'Fatma Yıldız vraagt je dit te lezen', 'Fatma Yıldız en Daan Smit vragen je dit te lezen'],
    ['affects', {}, 'Fatma Yıldız schrijft nieuws dat jouw afdeling raakt', 'Fatma Yıldız en Daan Smit schrijven nieuws dat jouw afdeling raakt'],
    ['acknowledged', {}, 'Fatma Yıldız pakt je nieuws op', 'Fatma Yıldız en Daan Smit pakken je nieuws op'],
    ['proposed', {}, 'Fatma Yıldız heeft een idee voor jullie', 'Fatma Yıldız en Daan Smit hebben een idee voor jullie'],
    ['decided', {}, 'Fatma Yıldız vertelt hoe het staat met een idee dat jij wilt', 'Fatma Yıldız en Daan Smit vertellen hoe het staat met een idee dat jij wilt'],
    ['rescheduled', {}, 'Fatma Yıldız heeft een bijeenkomst gewijzigd waar jij bij wilt zijn', 'Fatma Yıldız en Daan Smit hebben een bijeenkomst gewijzigd waar jij bij wilt zijn'],
    ['cancelled', {}, 'Fatma Yıldız heeft een bijeenkomst afgelast waar jij bij wilde zijn', 'Fatma Yıldız en Daan Smit hebben een bijeenkomst afgelast waar jij bij wilde zijn'],
    ['posted', { tab: 22 }, 'Fatma Yıldız plaatste een bericht in HR', 'Fatma Yıldız en Daan Smit plaatsten berichten in HR'],
    ['approved', {}, 'Fatma Yıldız heeft je bericht goedgekeurd', 'Fatma Yıldız en Daan Smit hebben je bericht goedgekeurd'],
  ];

  it.each(lines)('%s %o', async (kind, more, one, many) => {
    expect(await said({ kind, ...more })).toBe(one);
    cleanup();
    expect(await said({ kind, ...more, actors: [31, 32] })).toBe(many);
  });

  it('and at which door', async () => {
    expect(await saidBy(groupNotification(9, { kind: 'asked_to_join', group: 4, actors: [31], read: true }))).toBe('Fatma Yıldız wil lid worden van Hardlopen');
    expect(address()).toBe('/g/4/members');
    cleanup();
    expect(await saidBy(groupNotification(9, { kind: 'admitted', group: 4, actors: [31], read: true }))).toBe('Je bent nu lid van Hardlopen');
    expect(address()).toBe('/g/4');
  });

  it('and what became of what one kept for later', async () => {
    expect(await said({ kind: 'published', actors: [] })).toBe('Je ingeplande bericht is geplaatst');
    expect(address()).toBe('/p/5');
    cleanup();
    expect(await said({ kind: 'unpublished', actors: [] })).toBe('Je ingeplande bericht is niet geplaatst');
    expect(address()).toBe('/scheduled');
  });

  it.each(['must_read', 'affects', 'acknowledged', 'proposed', 'decided', 'rescheduled', 'cancelled', 'published', 'unpublished'] as const)('of news, ideas and events with a sign of its own: %s', async (kind) => {
    await said({ kind });
    const signs = screen.getAllByRole('link', { name: /zojuist|nov|uur/ }).flatMap((link) => [...link.querySelectorAll('p svg')]);
    expect(signs.map((sign) => sign.getAttribute('aria-hidden'))).toEqual(['true']);
    cleanup();
    await said({ kind: 'mention' });
    expect(document.querySelector('p svg')).toBeNull();
  });

  it('in English too', () => {
    const who = en.who(['Fatma Yıldız'], 0);
    const both = en.who(['Fatma Yıldız', 'Daan Smit'], 0);
    expect([en.mention(who, false), en.mentionInComment(who, false), en.comment(both, true), en.reply(both, true)]).toEqual([
      'Fatma Yıldız mentioned you',
      'Fatma Yıldız mentioned you in a comment',
      'Fatma Yıldız and Daan Smit commented on your post',
      'Fatma Yıldız and Daan Smit replied to your comment',
    ]);
    expect([en.routed(who, false), en.routed(both, true), en.picked_up(who, false), en.answered(who, false), en.accepted(who, false)]).toEqual([
      'Fatma Yıldız has a question for you',
      'Fatma Yıldız and Daan Smit have a question for you',
      'Fatma Yıldız picked up your question',
      'Fatma Yıldız answered your question',
      'Fatma Yıldız was helped by your answer',
    ]);
    expect([en.reopened(who, false), en.reopened(both, true), en.approved(who, false)]).toEqual([
      'Fatma Yıldız still needs an answer',
      'Fatma Yıldız and Daan Smit still need an answer',
      'Fatma Yıldız approved your post',
    ]);
    expect([en.must_read(who, false), en.must_read(both, true), en.affects(who, false), en.acknowledged(both, true)]).toEqual([
      'Fatma Yıldız asks you to read this',
      'Fatma Yıldız and Daan Smit ask you to read this',
      'Fatma Yıldız wrote news that affects your department',
      'Fatma Yıldız and Daan Smit took up your news',
    ]);
    expect([en.proposed(who, false), en.proposed(both, true), en.decided(who, false), en.decided(both, true)]).toEqual([
      'Fatma Yıldız has an idea for you',
      'Fatma Yıldız and Daan Smit have an idea for you',
      'Fatma Yıldız says how an idea that you want stands',
      'Fatma Yıldız and Daan Smit say how an idea that you want stands',
    ]);
    expect([en.rescheduled(who, false), en.rescheduled(both, true), en.cancelled(who, false)]).toEqual([
      'Fatma Yıldız changed an event that you want to go to',
      'Fatma Yıldız and Daan Smit changed an event that you want to go to',
      'Fatma Yıldız cancelled an event that you wanted to go to',
    ]);
    expect([en.posted(who, false, 'HR'), en.posted(both, true, 'HR')]).toEqual(['Fatma Yıldız posted in HR', 'Fatma Yıldız and Daan Smit posted in HR']);
    expect([en.overdue(who, false), en.overdue(both, true)]).toEqual([
      'Fatma Yıldız still awaits an answer, longer than promised',
      'Fatma Yıldız and Daan Smit still await an answer, longer than promised',
    ]);
    expect([en.asked_to_join(who, false, 'Running'), en.asked_to_join(en.who(['Fatma Yıldız'], 3), true, 'Running'), en.admitted('Running')]).toEqual([
      'Fatma Yıldız wants to join Running',
      'Fatma Yıldız and 3 others want to join Running',
      'You are now a member of Running',
    ]);
  });
});

describe('Who did it', () => {
  it.each([
    [[31, 32, 33], 0, 'Fatma Yıldız, Daan Smit en Samira Aziz reageren op je bericht'],
    [[31, 32, 33], 1, 'Fatma Yıldız, Daan Smit en 2 anderen reageren op je bericht'],
    [[31, 32, 33], 1_200, 'Fatma Yıldız, Daan Smit en 1.201 anderen reageren op je bericht'],
    [[31], 1, 'Fatma Yıldız en 1 ander reageren op je bericht'],
    [[39], 0, 'Een collega reageert op je bericht'],
  ])('%o and %i others', async (actors, others, words) => {
    expect(await said({ actors, others })).toBe(words);
  });
});

describe('A line leads', () => {
  it('to the post, and to the comment in it', async () => {
    await said({ kind: 'mention' });
    expect(address()).toBe('/p/5');
    cleanup();
    await said({ kind: 'reply', comment: 12 });
    expect(address()).toBe('/p/5?comment=12');
  });

  it('to the question that has no answer in time', async () => {
    await said({ kind: 'overdue' });
    expect(address()).toBe('/p/5');
  });
});
