import type { Addressee, PostId, QuestionList } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import { departmentsQuery } from '../departments/departments.ts';
import { servicesQuery } from '../departments/services.ts';
import type { Scope } from '../posts/feed.ts';
import { feedQuery, readQuestionsAfresh } from '../posts/queries.ts';
import { isForDeskOf } from './desks.ts';
import { soon } from './soon.ts';

/// The lists of questions: what one asked oneself, and what is for one's desk.

export const listOf = (list: QuestionList): Scope => ({ kind: 'questions', list });

/// As it stands in the address; an own list needs no word.
export interface Chosen {
  list?: 'desk' | undefined;
}

/// An address that somebody typed may hold anything: what is not ours is left out.
export const readQuestionList = ({ list }: Record<string, unknown>): Chosen => (list === 'desk' ? { list } : {});

/// A question came to this person's desk, or left it, and the list for the desk does not show that.
export function isDeskListBehind(post: PostId, question: Addressee): boolean {
  const me = currentMe();
  const list = queries.getQueryData(feedQuery(listOf('desk')).queryKey);
  if (!me || !list) return false;
  const isListed = list.pages.some(({ items }) => items.some((view) => view.post.id === post));
  return isListed !== isForDeskOf(me.person, question, departmentsHere(), servicesHere());
}

export const readQuestionsSoon = soon(readQuestionsAfresh);

const departmentsHere = () => queries.getQueryData(departmentsQuery.queryKey)?.items ?? [];
const servicesHere = () => queries.getQueryData(servicesQuery.queryKey)?.items ?? [];
