import { countIn } from './count.ts';
import type { newsWritingLater as nl } from './nl-news-writing-later.ts';

/// The part of the catalogue about writing news that comes later: its fields, and what to do when it is refused.

const { count } = countIn('en-GB');
const list = new Intl.ListFormat('en-GB');

export const newsWritingLater: typeof nl = {
  newsFields: {
    titleMissing: 'Give the news a title.',
    lead: 'Lead',
    leadHint: 'Optional. In a sentence or two: what changes, and for whom.',
    mustReadHint: 'Everyone who reads here is asked to press “I have read this”.',
    affects: 'Affects',
    affectsHint: 'Each department that you choose is asked what it does with this.',
    affectsSearch: 'Search for a department',
    affectsFull: (most) => `You choose ${count(most, 'department', 'departments')} at most.`,
    affectsNone: (search) => `No department found for “${search}”.`,
  },

  newsRefused: {
    notByGuests: 'Guests do not post news here.',
    asUpdate: 'Post it as a plain post',
    mayNotAsk: 'You cannot ask people to confirm here.',
    withoutAsking: 'Post it without asking',
    gone: (names) => `${list.format(names)} ${names.length === 1 ? 'has' : 'have'} been archived.`,
    someGone: 'One of the departments that this affects has been archived.',
    without: (names) => `Post it without ${list.format(names)}`,
    withoutAny: 'Post it without departments',
  },
};
