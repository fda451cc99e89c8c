import { act } from '@testing-library/react';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { Comment, GroupView, Me, Post, PostView, Question } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { commentPage, department, event, group, me, person, post, question, service, viewOf } from '../make.ts';
import type { Network } from '../network.ts';
import { visit } from '../visit.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/comments/CommentActions.tsx';
import '../../src/features/posts/PostActions.tsx';
import '../../src/features/questions/RouteDialog.tsx';

/// The page of private question 5 of Fatma to HR, and what tests of it see and do.

/// This person works in HR.
export const inHr: Partial<Me> = { person: { ...me.person, department: 1 } };

const cursors = [
  { stream: 'desk:1', cursor: 'g:1' },
  { stream: 'user:7', cursor: 'g:1' },
];

export const asking = (about: Partial<Question> = {}, more: Partial<Post> = {}): PostView =>
  viewOf(post(5, { author: 30, kind: 'question', state: 'confidential', ...more }), { question: question(2, { confidential: true, ...about }) });

export const knowing = () => {
  const items = [department(1, { name: 'HR' }), department(4, { name: 'Facilitair' })];
  queries.setQueryData(departmentsQuery.queryKey, { items, cursors: [] });
  queries.setQueryData(servicesQuery.queryKey, { items: [service(5, { name: 'Salaris', owner: 8 })], cursors: [] });
  learnPeople([person(8, 'Daan'), person(30, 'Fatma')]);
};

export function confidentialPage(network: () => Network) {
  const answer = (path: string, body: object, status = 200) => act(() => network().answer(path, status === 200 ? body : { status, ...body }, status));
  const comments = '/api/posts/5/comments?limit=100';
  const gone = { code: 'not_found', request_id: 'R' };
  const read = async (view: PostView, ...of: Comment[]) => {
    await answer('/api/posts/5', { view, quoted: [], people: [], cursors });
    await answer(comments, commentPage(of));
  };
  return {
    answer,
    read,
    /// It is not this person's any more.
    refuse: async () => {
      await answer('/api/posts/5', gone, 404);
      await answer(comments, gone, 404);
    },
    open: async (view: PostView, { as = inHr, of = group() }: { as?: Partial<Me>; of?: GroupView } = {}) => {
      const drawn = await visit('/p/5', { groups: [of], as, knowing });
      await read(view);
      return drawn;
    },
    /// The live channel says that something changed, and the page has had time to ask.
    changed: async (stream: 'desk:1' | 'user:7' = 'desk:1', seq = 2) => {
      await act(() => network().say(event('desk.changed', seq, stream === 'user:7' ? {} : { department: 1 }, stream)));
      await act(() => network().pass(1_000));
    },
  };
}
