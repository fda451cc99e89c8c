import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { toasts } from '../../src/design/toast.ts';
import type { CalendarEvent, GroupView, Post, PostView } from '../../src/protocol/generated.ts';
import { commentPage, event, group, post, viewOf } from '../make.ts';
import type { Network } from '../network.ts';
import { visit } from '../visit.tsx';
// What the menu fetches is here already: a busy machine loads it slowly.
import '../../src/features/calendar/CancelDialog.tsx';
import '../../src/features/calendar/RescheduleDialog.tsx';
import '../../src/features/posts/PostActions.tsx';

/// The page of event 5, and what tests of its menu see and do.

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];

/// On 3 December 2099, from 15.00 until 16.30 uur, in the canteen.
export const planned = (version: number, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  version,
  sequence: 0,
  begins: '2099-12-03T14:00:00.000Z',
  ends: '2099-12-03T15:30:00.000Z',
  place: 'Kantine',
  coming: 0,
  maybe: 0,
  ...more,
});

/// By this person, unless a test says otherwise.
export function eventView(of: CalendarEvent, more: Partial<Post> = {}): PostView {
  const view = viewOf(post(5, { kind: 'event', author: 7, body: '# Zomerfeest', ...more }), { event: of });
  return { ...view, mine: { ...view.mine, may_edit: view.post.author === 7 } };
}

export const refused = (code: string, field?: string) => ({ code, ...(field === undefined ? {} : { field }), request_id: 'R' });

export function eventPage(network: () => Network) {
  const answer = (path: string, body: object, status = 200) => act(() => network().answer(path, status === 200 ? body : { status, ...body }, status));
  const user = userEvent.setup({ advanceTimers: (ms) => network().pass(ms) });
  return {
    user,
    answer,
    open: async (view: PostView, of: GroupView = group()) => {
      await visit('/p/5', { groups: [of] });
      await answer('/api/posts/5', { view, quoted: [], people: [], cursors });
      await answer('/api/posts/5/comments?limit=100', commentPage([]));
      await user.click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
      await screen.findByRole('menuitem', { name: 'Link kopiëren' });
    },
    choose: async (name: string) => {
      await user.click(item(name) ?? screen.getByRole('menuitem', { name }));
      await screen.findByRole('dialog');
    },
    /// What a read of the post finds now.
    read: (now: CalendarEvent) => answer('/api/posts/5', { view: eventView(now), quoted: [], people: [], cursors }),
    /// What the live channel tells of it.
    learn: (to: CalendarEvent) => act(() => network().say(event('event.changed', 11, { post: 5, tab: 21, group: 2, event: to }))),
    press: (name: string) => user.click(dialog().getByRole('button', { name })),
  };
}

export const item = (name: string) => screen.queryByRole('menuitem', { name });
export const dialog = () => within(screen.getByRole('dialog'));
export const field = (name: string) => dialog().getByLabelText<HTMLInputElement>(name);
export const fill = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
export const said = () => toasts.visibleToasts.map(({ content }) => content.message);
