import type { Catalogue } from '../../i18n/nl.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { NewPraise, Person } from '../../protocol/generated.ts';
import { type Outgoing, pollForAWeek, postAsUpdate, postWithoutTarget, praiseWithout, retry } from './outbox.ts';

export interface WayOn {
  why: string;
  action: string;
  run: (outgoing: Outgoing) => void;
}

/// What to do with a post that was refused: the same again, unless that would be refused again. `gone` are those whom it thanks
/// who have left, as far as this page knows.
export function wayOn({ request: { idea, poll, praise }, error }: Outgoing, gone: readonly Person[], now: number, text: Catalogue): WayOn {
  if (hasCode(error, 'not_found') && (error.field === 'question' || error.field === 'idea')) {
    const { withoutTarget } = idea ? text.ideaWriting : text.questions;
    return { why: text.questions.targetGone, action: withoutTarget, run: postWithoutTarget };
  }
  if (hasCode(error, 'invalid_request') && poll && Date.parse(poll.closes_at) <= now) {
    return { why: text.polls.isLate, action: text.polls.aWeekMore, run: pollForAWeek };
  }
  if (praise && hasCode(error, 'not_found') && error.field === 'praise') return wayOnOfPraise(praise, gone, text);
  if (praise && hasCode(error, 'invalid_request')) {
    return { why: text.praise.notPossible, action: text.praise.asUpdate, run: postAsUpdate };
  }
  return { why: text.errors[errorKey(error)], action: text.app.retry, run: retry };
}

/// Of praise for people of whom these have left.
function wayOnOfPraise({ people }: NewPraise, gone: readonly Person[], text: Catalogue): WayOn {
  const why = gone.length > 0 ? text.praise.gone(gone.map(({ name }) => name)) : text.praise.somebodyGone;
  const left = people.length - gone.length;
  if (gone.length === 0 || left === 0) return { why, action: text.praise.asUpdate, run: postAsUpdate };
  const ids = gone.map(({ id }) => id);
  return { why, action: text.praise.forOthers(left), run: (outgoing) => praiseWithout(ids, outgoing) };
}
