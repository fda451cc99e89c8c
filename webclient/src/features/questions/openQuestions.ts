import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { DepartmentId, LiveEvent, PostId, PostPage, PostView, Question } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { whenLeaving } from '../accounts/session.ts';
import { learnPeople } from '../people/people.ts';
import { isIn, type Place } from '../posts/feed.ts';
import { isOpen, withQuestion } from './question.ts';

/// The open questions to a department that this person may read. What happens to one that is listed shows at once; which
/// others belong there, and in what order, only the server knows: then the list is read again.
export const openQuestionsQuery = (department: DepartmentId) =>
  queryOptions({
    queryKey: ['open questions', department] as const,
    queryFn: async () => {
      const read = () => api.listOpenQuestions({ department });
      const page = await readLive(read, (list, event) => openQuestionsAfter(list, event, department));
      learnPeople(page.people);
      return page;
    },
    // While nobody looked, questions may have come.
    staleTime: 0,
  });

export function openQuestionsAfter(list: PostPage, event: LiveEvent, department: DepartmentId): PostPage {
  switch (event.type) {
    case 'post.edited': {
      const { post } = event.data;
      return after(list, event, (before) =>
        withView(before, post.id, (view) => (post.version > view.post.version ? { ...view, post } : view)),
      );
    }
    case 'post.deleted':
      return after(list, event, (before) => withoutPosts(before, ({ post }) => post.id === event.data.post));
    case 'question.changed':
      return after(list, event, (before) => withChanged(before, event.data.post, event.data.question, department));
    default:
      return list;
  }
}

export function applyToOpenQuestions(event: LiveEvent): void {
  changeLists((list, department) => openQuestionsAfter(list, event, department));
  if (event.type === 'question.changed') readSoonWhereOpen(event.data.question);
}

/// A question that an answer brought. The event that follows finds it there.
export function putOpenQuestion(post: PostId, question: Question): void {
  changeLists((list, department) => withChanged(list, post, question, department));
}

/// This person lost sight of a group or a tab, and of what was asked there.
export function forgetOpenQuestionsOf(place: Place): void {
  changeLists((list) => withoutPosts(list, ({ post }) => isIn(place, post)));
}

/// Answered, or sent on to another department, it is open there no more.
function withChanged(list: PostPage, post: PostId, question: Question, department: DepartmentId): PostPage {
  const after = withView(list, post, (view) => withQuestion(view, question));
  return withoutPosts(after, (view) => view.question !== undefined && !belongs(view.question, department));
}

const belongs = (question: Question, department: DepartmentId) => isOpen(question) && question.department === department;

function withView(list: PostPage, id: PostId, change: (view: PostView) => PostView): PostPage {
  const place = list.items.findIndex(({ post }) => post.id === id);
  const held = list.items[place];
  const view = held && change(held);
  return view === undefined || view === held ? list : { ...list, items: list.items.with(place, view) };
}

function withoutPosts(list: PostPage, goes: (view: PostView) => boolean): PostPage {
  return list.items.some(goes) ? { ...list, items: list.items.filter((view) => !goes(view)) } : list;
}

/// Everyone who looks at the list asks, so not all at once.
const spread = 1_000;
let timer: ReturnType<typeof setTimeout> | undefined;

whenLeaving(() => {
  clearTimeout(timer);
  timer = undefined;
});

/// Its department's list may lack the question, or has it in another place than before.
function readSoonWhereOpen(question: Question): void {
  if (!heldLists().some(([[, department]]) => belongs(question, department))) return;
  timer ??= setTimeout(() => {
    timer = undefined;
    void queries.invalidateQueries({ queryKey: ['open questions'] });
  }, spread * Math.random());
}

function changeLists(change: (list: PostPage, department: DepartmentId) => PostPage): void {
  for (const [queryKey, list] of heldLists()) if (list) queries.setQueryData(queryKey, change(list, queryKey[1]));
}

const heldLists = () =>
  queries
    .getQueriesData<PostPage>({ queryKey: ['open questions'] })
    .map(([key, list]) => [key as ReturnType<typeof openQuestionsQuery>['queryKey'], list] as const);
