import type { Catalogue } from '../../i18n/nl.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Department, NewPraise, Person } from '../../protocol/generated.ts';
import { isUntitled } from '../news/refused.ts';
import { askWithoutTarget, kindOf, newsWith, type Outgoing, pollForAWeek, postAsUpdate, praiseWithout, retry } from './outbox.ts';

export interface WayOn {
  why: string;
  action: string;
  run: (outgoing: Outgoing) => void;
}

/// Whom and what it names that is not there any more, as far as this page knows.
interface Gone {
  people: readonly Person[];
  departments: readonly Department[];
}

/// What to do with a post that was refused: the same again, unless that would be refused again.
export function wayOn(outgoing: Outgoing, gone: Gone, now: number, text: Catalogue): WayOn {
  const { request, error } = outgoing;
  const { poll, praise } = request;
  if (hasCode(error, 'not_found') && error.field === 'question') {
    return { why: text.questions.targetGone, action: text.questions.withoutTarget, run: askWithoutTarget };
  }
  if (hasCode(error, 'invalid_request') && poll && Date.parse(poll.closes_at) <= now) {
    return { why: text.polls.isLate, action: text.polls.aWeekMore, run: pollForAWeek };
  }
  if (praise && hasCode(error, 'not_found') && error.field === 'praise') return wayOnOfPraise(praise, gone.people, text);
  if (praise && hasCode(error, 'invalid_request')) {
    return { why: text.praise.notPossible, action: text.praise.asUpdate, run: postAsUpdate };
  }
  const ofNews = request.news && wayOnOfNews(outgoing, gone.departments, text);
  return ofNews ?? { why: text.errors[errorKey(error)], action: text.app.retry, run: retry };
}

/// Of praise for people of whom these have left.
function wayOnOfPraise({ people }: NewPraise, gone: readonly Person[], text: Catalogue): WayOn {
  const why = gone.length > 0 ? text.praise.gone(gone.map(({ name }) => name)) : text.praise.somebodyGone;
  const left = people.length - gone.length;
  if (gone.length === 0 || left === 0) return { why, action: text.praise.asUpdate, run: postAsUpdate };
  const ids = gone.map(({ id }) => id);
  return { why, action: text.praise.forOthers(left), run: (outgoing) => praiseWithout(ids, outgoing) };
}

/// Of news that affects departments of which these were archived.
function wayOnOfNews({ request, error }: Outgoing, gone: readonly Department[], { newsWriting: text }: Catalogue): WayOn | undefined {
  if (isUntitled(kindOf(request), error)) return { why: text.untitled, action: text.asUpdate, run: postAsUpdate };
  if (hasCode(error, 'forbidden') && error.field === 'news') return { why: text.notByGuests, action: text.asUpdate, run: postAsUpdate };
  if (hasCode(error, 'forbidden') && error.field === 'must_read') {
    return { why: text.mayNotAsk, action: text.withoutAsking, run: (outgoing) => newsWith((news) => ({ ...news, must_read: false }), outgoing) };
  }
  if (!hasCode(error, 'not_found') || error.field !== 'news') return undefined;
  const [why, action] =
    gone.length > 0
      ? [text.departmentsGone(gone.map(({ name }) => name)), text.without(gone.map(({ name }) => name))]
      : [text.someGone, text.withoutAny];
  const isLeft = (id: number) => gone.length > 0 && gone.every((each) => each.id !== id);
  return { why, action, run: (outgoing) => newsWith((news) => ({ ...news, affects: news.affects.filter(isLeft) }), outgoing) };
}
