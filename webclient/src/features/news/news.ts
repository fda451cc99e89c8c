import type { Department, LiveEvent, News, PersonId, PostView } from '../../protocol/generated.ts';
import { leads } from '../departments/addressee.ts';

/// News as a value: what becomes of what it asks of its readers. Pure.

export type NewsEvent = Extract<LiveEvent, { type: `news.${string}` }>;

export const asksSomething = ({ must_read: mustRead, affects }: News): boolean => mustRead || affects.length > 0;

/// Heads and deputies say what news means for their department, until it is archived.
export const answersFor = (department: Department, person: PersonId | undefined): boolean =>
  !department.archived && leads(department, person);

export const newsAfter = (view: PostView, event: NewsEvent): PostView =>
  event.type === 'news.confirmed' ? withConfirmed(view) : withNews(view, event.data.news);

export const newerNews = (held: News | undefined, told: News | undefined): News | undefined =>
  told !== undefined && told.version > (held?.version ?? 0) ? told : held;

/// From an answer or an event. An older version is ignored.
export function withNews(view: PostView, told: News): PostView {
  const news = newerNews(view.news, told);
  return news === view.news || news === undefined ? view : { ...view, news };
}

/// There is no way back from it.
export const withConfirmed = (view: PostView): PostView =>
  view.mine.confirmed ? view : { ...view, mine: { ...view.mine, confirmed: true } };

/// An own confirmation between the press and the answer.
export const withWanted = (view: PostView): PostView =>
  view.news && !view.mine.confirmed ? withConfirmed({ ...view, news: { ...view.news, confirmed: view.news.confirmed + 1 } }) : view;

/// The post as it was read again; what came later is not undone.
export function reread(held: PostView, read: PostView): PostView {
  const news = newerNews(held.news, read.news);
  const view = news === undefined ? read : { ...read, news };
  return held.mine.confirmed ? withConfirmed(view) : view;
}

/// Why news waits for somebody.
export interface Reasons {
  isToConfirm: boolean;
  /// For which they answer, and that did not take it up.
  departments: Department[];
}

export function reasonsFor({ news, mine }: PostView, me: PersonId | undefined, departments: readonly Department[]): Reasons {
  const isOpen = ({ id }: Department) => news?.affects.some((each) => each.department === id && each.acknowledgement === undefined);
  return {
    isToConfirm: news?.must_read === true && !mine.confirmed,
    departments: departments.filter((each) => answersFor(each, me) && isOpen(each) === true),
  };
}

export const isWaiting = ({ isToConfirm, departments }: Reasons): boolean => isToConfirm || departments.length > 0;
