import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { GroupView, Poll, PostView } from '../../src/protocol/generated.ts';
import { commentPage, event, group, person, post, viewOf } from '../make.ts';
import type { Network } from '../network.ts';
import { visit } from '../visit.tsx';

/// The page of poll 5, and what tests of it see and do.

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];

const question = [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'Koffie of thee?' }] }];

export const asking = (poll: Poll, vote?: number[], by = 3): PostView =>
  viewOf(post(5, { kind: 'poll', author: by, body: 'Koffie of thee?', blocks: question }), {
    poll,
    mine: { may_edit: false, may_delete: false, kept: false, confirmed: false, wanted: false, ...(vote ? { vote } : {}) },
  });

export const refused = (code: string, field?: string) => ({ status: 409, code, ...(field === undefined ? {} : { field }), request_id: 'R' });

export function pollPage(network: () => Network) {
  const answer = (path: string, body: unknown, status = 200) => act(() => network().answer(path, body, status));
  const user = userEvent.setup({ advanceTimers: (ms) => network().pass(ms) });
  return {
    user,
    answer,
    open: async (view: PostView, of: GroupView = group()) => {
      const drawn = await visit('/p/5', { groups: [of], knowing: () => learnPeople([person(8, 'Daan'), person(30, 'Fatma')]) });
      await answer('/api/posts/5', { view, quoted: [], people: [], cursors });
      await answer('/api/posts/5/comments?limit=100', commentPage([]));
      return drawn;
    },
    /// What a read of the post finds now.
    read: (view: PostView) => answer('/api/posts/5', { view, quoted: [], people: [], cursors }),
    reads: () => network().waiting.filter((path) => path === '/api/posts/5').length,
    changed: (to: Poll, seq = 11) => act(() => network().say(event('poll.changed', seq, { post: 5, tab: 21, group: 2, poll: to }))),
    voteSet: (options: number[], seq = 2) => act(() => network().say(event('vote.set', seq, { post: 5, options }, 'user:7'))),
    press: (name: string | RegExp) => user.click(screen.getByRole('button', { name })),
    choose: (name: string) => user.click(screen.getByLabelText(name)),
    closeFromMenu: async () => {
      await user.click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
      await user.click(await screen.findByRole('menuitem', { name: 'Sluit de peiling…' }));
    },
  };
}

export const card = () => screen.getByRole('article');
export const button = (name: string | RegExp) => screen.queryByRole('button', { name });
export const said = () => toasts.visibleToasts.map(({ content }) => content.message);
export const undo = () => act(() => toasts.visibleToasts[0]?.content.action?.run());

/// What stands in each row of how it stands, in words.
export const rows = () =>
  within(screen.queryByRole('group', { name: 'Koffie of thee?' }) ?? expect.fail('the choices stand there'))
    .getAllByRole('listitem')
    .map((row) => [...row.querySelectorAll('p')].map(({ textContent }) => textContent).join(' '));
