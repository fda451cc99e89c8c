import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { toasts } from '../../src/design/toast.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { Department, GroupView, MarkdownTree, News, Post, PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { commentPage, department, event, group, person, post, viewOf } from '../make.ts';
import type { Network } from '../network.ts';
import { visit } from '../visit.tsx';
// What the card fetches is here already: a busy machine loads it slowly.
import '../../src/features/news/NewsPart.tsx';
import '../../src/features/news/AcknowledgeDialog.tsx';
import '../../src/features/news/ConfirmationsDialog.tsx';

/// The page of news 5, and what tests of it see and do.

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];

const words = (text: string): MarkdownTree => [{ type: 'text', text }];

export const paper: MarkdownTree = [
  { type: 'heading', level: 1, children: words('Nieuwe tarieven vanaf januari') },
  { type: 'paragraph', children: words('Voor alle contracten in Zwolle.') },
  { type: 'paragraph', children: words('De lijst staat in de map.') },
  { type: 'heading', level: 2, children: words('Wat verandert er') },
  { type: 'paragraph', children: words('Alles wordt duurder.') },
];

export const newsView = (news: News | undefined, more: Partial<Post> = {}, confirmed = false): PostView =>
  viewOf(post(5, { kind: 'news', blocks: paper, ...more }), {
    ...(news && { news }),
    mine: { may_edit: false, may_delete: false, kept: false, confirmed, wanted: false },
  });

/// The first is headed by this person, the second by Babak.
export const finance = department(1, { name: 'Finance', heads: [7] });
export const logistics = department(2, { name: 'Logistiek', heads: [40], deputies: [41] });

export const refused = (code: string, field?: string) => ({ code, ...(field === undefined ? {} : { field }), request_id: 'R' });

export function newsPage(network: () => Network) {
  const answer = (path: string, body: object, status = 200) => act(() => network().answer(path, status === 200 ? body : { status, ...body }, status));
  const user = userEvent.setup({ advanceTimers: (ms) => network().pass(ms) });
  return {
    user,
    answer,
    open: async (view: PostView, of: GroupView = group(), departments: Department[] = [finance, logistics]) => {
      const knowing = () => {
        queries.setQueryData(departmentsQuery.queryKey, { items: departments, cursors: [] });
        learnPeople([person(8, 'Daan Smit'), person(30, 'Fatma Yıldız'), person(40, 'Babak Nouri')]);
      };
      const drawn = await visit('/p/5', { groups: [of], knowing });
      await answer('/api/posts/5', { view, quoted: [], people: [], cursors });
      await answer('/api/posts/5/comments?limit=100', commentPage([]));
      return drawn;
    },
    /// What a read of the post finds now.
    read: (view: PostView) => answer('/api/posts/5', { view, quoted: [], people: [], cursors }),
    changed: (to: News, seq = 11) => act(() => network().say(event('news.changed', seq, { post: 5, tab: 21, group: 2, news: to }))),
    confirmedElsewhere: () => act(() => network().say(event('news.confirmed', 2, { post: 5 }, 'user:7'))),
    press: (name: string | RegExp) => user.click(screen.getByRole('button', { name })),
  };
}

export const card = () => screen.getByRole('article');
export const button = (name: string | RegExp) => screen.queryByRole('button', { name });
export const said = () => toasts.visibleToasts.map(({ content }) => content.message);
