import { useMemo } from 'react';
import { complain } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Attendance, PostId, PostView } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { readViewSoon } from '../posts/reread.ts';
import { withAttendance } from './event.ts';
import { putAttendance } from './put.ts';

/// What one says, until the server has answered; `nothing` takes back what one said. One request at a time goes out for a
/// post, and what was pressed last is what is sent last.
type Wanted = Attendance | 'nothing';

const wanted = new Store<ReadonlyMap<PostId, Wanted>>(new Map());

whenLeaving(() => {
  wanted.set(new Map());
});

/// Counted once, until the server counts it.
export function withOwn(view: PostView, own: Wanted): PostView {
  const { event, mine } = view;
  const said = saidBy(own);
  if (!event || mine.attendance === said) return view;
  const more = (answer: Attendance) => Number(said === answer) - Number(mine.attendance === answer);
  const coming = Math.max(0, event.coming + more('yes'));
  const maybe = Math.max(0, event.maybe + more('maybe'));
  return withAttendance({ ...view, event: { ...event, coming, maybe } }, said);
}

/// The post as it will be once the server has answered.
export function useWithOwn(view: PostView): PostView {
  const own = useStore(wanted, (all) => all.get(view.post.id));
  return useMemo(() => (own === undefined ? view : withOwn(view, own)), [view, own]);
}

/// Shows at once; what the server refuses stands as it was. What was said already is taken back. `view` is as it is shown.
export function toggleAttendance({ post: { id }, mine }: PostView, pressed: Attendance, text: AllWords): void {
  const isUnderway = wanted.get().has(id);
  const next = mine.attendance === pressed ? 'nothing' : pressed;
  want(id, next);
  if (!isUnderway) void send(id, next, text);
}

async function send(post: PostId, said: Wanted, text: AllWords): Promise<void> {
  const { event, failure } = await requestTo(post, said);
  const now = wanted.get().get(post);
  // Whoever left says nothing any more.
  if (now === undefined) return;
  if (event) putAttendance(post, event, saidBy(said));
  if (now !== said) return send(post, now, text);
  want(post, undefined);
  if (!event) giveBack(post, said, failure, text);
}

async function requestTo(post: PostId, said: Wanted) {
  try {
    return { event: await (said === 'nothing' ? api.withdrawAttendance({ post }) : api.setAttendance({ post, attendance: said })) };
  } catch (failure) {
    return { failure };
  }
}

/// Full, over or cancelled meanwhile, or perhaps done after all: the card is to show why.
function giveBack(post: PostId, said: Wanted, error: unknown, { calendar, errors }: AllWords): void {
  const isFull = hasCode(error, 'full');
  const hasEnded = hasCode(error, 'conflict');
  if (isFull || hasEnded || isOutcomeUnknown(error)) readViewSoon(post);
  const why = isFull ? calendar.fullMeanwhile : hasEnded ? calendar.endedMeanwhile : errors[errorKey(error)];
  complain(`${said === 'nothing' ? calendar.takeBackFailed : calendar.failed} ${why}`);
}

const saidBy = (own: Wanted): Attendance | undefined => (own === 'nothing' ? undefined : own);

function want(post: PostId, said: Wanted | undefined): void {
  wanted.update((all) => {
    const others = [...all].filter(([each]) => each !== post);
    return new Map(said === undefined ? others : [...others, [post, said]]);
  });
}
