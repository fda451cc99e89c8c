import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { Attendance, CalendarEvent, GroupView, Post, PostView } from '../../src/protocol/generated.ts';
import { commentPage, event, group, person, post, viewOf } from '../make.ts';
import type { Network } from '../network.ts';
import { visit } from '../visit.tsx';
// What the card fetches is here already: a busy machine loads it slowly.
import '../../src/features/calendar/EventPart.tsx';
import '../../src/features/calendar/WhoComesDialog.tsx';

/// The page of the post of an event, 5, and what tests of it see and do.

/// A Monday, half past eight in the organisation's morning.
export const now = '2026-11-23T07:30:00.000Z';

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];

const title: Post['blocks'] = [
  { type: 'heading', level: 1, children: [{ type: 'text', text: 'Kerstlunch' }] },
  { type: 'paragraph', children: [{ type: 'text', text: 'Met soep en brood.' }] },
  { type: 'paragraph', children: [{ type: 'text', text: 'Neem je eigen kop mee.' }] },
];

export const eventView = (of: CalendarEvent | undefined, said?: Attendance, more: Partial<Post> = {}): PostView =>
  viewOf(post(5, { kind: 'event', blocks: title, ...more }), {
    ...(of && { event: of }),
    mine: { may_edit: false, may_delete: false, kept: false, confirmed: false, wanted: false, ...(said && { attendance: said }) },
  });

export const refused = (code: string, field?: string) => ({ code, ...(field === undefined ? {} : { field }), request_id: 'R' });

export function eventPage(network: () => Network) {
  const answer = (path: string, body: object, status = 200) => act(() => network().answer(path, status === 200 ? body : { status, ...body }, status));
  const user = userEvent.setup({ advanceTimers: (ms) => network().pass(ms) });
  const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
  return {
    user,
    answer,
    press,
    open: async (view: PostView, of: GroupView = group()) => {
      vi.setSystemTime(now);
      const drawn = await visit('/p/5', { groups: [of], knowing: () => learnPeople([person(8, 'Daan Smit'), person(30, 'Fatma Yıldız')]) });
      await answer('/api/posts/5', { view, quoted: [], people: [], cursors });
      await answer('/api/posts/5/comments?limit=100', commentPage([]));
      return drawn;
    },
    /// What a read of the post finds now.
    read: (view: PostView) => answer('/api/posts/5', { view, quoted: [], people: [], cursors }),
    changed: (to: CalendarEvent, seq = 11) => act(() => network().say(event('event.changed', seq, { post: 5, tab: 21, group: 2, event: to }))),
    saidElsewhere: (said: Attendance | undefined, seq = 2) =>
      act(() => network().say(event('attendance.set', seq, { post: 5, ...(said && { attendance: said }) }, 'user:7'))),
  };
}

export const card = () => screen.getByRole('article');
export const inCard = () => within(card());
export const about = () => within(screen.getByRole('region', { name: 'Wanneer, waar en wie er komt' }));
export const button = (name: string | RegExp) => screen.queryByRole('button', { name });
export const said = () => toasts.visibleToasts.map(({ content }) => content.message);
/// Each answer with a star when it is one's own, and in brackets when it cannot be given.
export const answers = () =>
  within(screen.getByRole('group', { name: 'Kom je?' }))
    .getAllByRole('button')
    .map((each) => {
      const words = `${each.textContent}${each.getAttribute('aria-pressed') === 'true' ? '*' : ''}`;
      return each.getAttribute('aria-disabled') === 'true' ? `(${words})` : words;
    });
/// How many come, may come, and what is free.
export const counts = () => [...(about().getByText(/kom(?:t|en)$/, { selector: 'span' }).parentElement?.children ?? [])].map(({ textContent }) => textContent);
