import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { toasts } from '../../src/design/toast.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { Department, GroupView, Idea, IdeaStatus, IdeaStep, Post, PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { at, commentPage, department, event, group, idea, person, post, service, viewOf } from '../make.ts';
import type { Network } from '../network.ts';
import { visit } from '../visit.tsx';
// What the card fetches is here already: a busy machine loads it slowly.
import '../../src/features/ideas/IdeaPart.tsx';
import '../../src/features/ideas/DecideDialog.tsx';
import '../../src/features/ideas/RouteIdeaDialog.tsx';
import '../../src/features/ideas/WhoWantsDialog.tsx';
import '../../src/features/posts/PostActions.tsx';

/// The page of idea 5, and what tests of it see and do.

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];

export const ideaView = (of: Idea | undefined, more: Partial<Post> = {}, wanted = false): PostView =>
  viewOf(post(5, { kind: 'idea', ...more }), {
    ...(of && { idea: of }),
    mine: { may_edit: false, may_delete: false, kept: false, confirmed: false, wanted },
  });

export const step = (status: IdeaStatus, minute: number, more: Partial<IdeaStep> = {}): IdeaStep => ({
  status,
  by: 30,
  note: `Over ${status}.`,
  at: at(minute),
  ...more,
});

/// Went through these, a minute apart.
export const gone = (version: number, statuses: [IdeaStatus, ...IdeaStatus[]], more: Partial<Idea> = {}): Idea =>
  idea(version, { status: statuses.at(-1) ?? statuses[0], steps: statuses.map((each, minute) => step(each, minute)), ...more });

/// Headed by Fatma; the other by Babak.
export const finance = department(1, { name: 'Finance', heads: [30] });
export const logistics = department(2, { name: 'Logistiek', heads: [40] });
/// The same, headed by this person.
export const ownFinance = { ...finance, heads: [7] };
export const invoices = service(5, { name: 'Facturen', department: 1, owner: 8 });

export const refused = (code: string, field?: string) => ({ code, ...(field === undefined ? {} : { field }), request_id: 'R' });

export function ideaPage(network: () => Network) {
  const answer = (path: string, body: object, status = 200) => act(() => network().answer(path, status === 200 ? body : { status, ...body }, status));
  const user = userEvent.setup({ advanceTimers: (ms) => network().pass(ms) });
  const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
  return {
    user,
    answer,
    press,
    open: async (view: PostView, of: GroupView = group(), departments: Department[] = [finance, logistics], services = [invoices]) => {
      const knowing = () => {
        queries.setQueryData(departmentsQuery.queryKey, { items: departments, cursors: [] });
        queries.setQueryData(servicesQuery.queryKey, { items: services, cursors: [] });
        learnPeople([person(8, 'Daan Smit'), person(30, 'Fatma Yıldız'), person(40, 'Babak Nouri')]);
      };
      const drawn = await visit('/p/5', { groups: [of], knowing });
      await answer('/api/posts/5', { view, quoted: [], people: [], cursors });
      await answer('/api/posts/5/comments?limit=100', commentPage([]));
      return drawn;
    },
    /// What a read of the post finds now.
    read: (view: PostView) => answer('/api/posts/5', { view, quoted: [], people: [], cursors }),
    changed: (to: Idea, seq = 11) => act(() => network().say(event('idea.changed', seq, { post: 5, tab: 21, group: 2, idea: to }))),
    wantedElsewhere: (wanted: boolean, seq = 2) => act(() => network().say(event('idea.wanted', seq, { post: 5, wanted }, 'user:7'))),
    openMenu: async () => {
      await press(/Wat kun je doen met dit bericht/);
      await screen.findByRole('menuitem', { name: 'Link kopiëren' });
    },
  };
}

export const card = () => screen.getByRole('article');
export const inCard = () => within(card());
export const button = (name: string | RegExp) => screen.queryByRole('button', { name });
export const said = () => toasts.visibleToasts.map(({ content }) => content.message);
