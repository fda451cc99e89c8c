import { useMemo } from 'react';
import { complain } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Attendance, PostId, PostView } from '../../protocol/generated.ts';
import { lastPressed } from '../posts/lastPressed.ts';
import { readViewSoon } from '../posts/reread.ts';
import { withAttendance } from './event.ts';
import { putAttendance } from './put.ts';

/// `nothing` takes back what one said.
type Wanted = Attendance | 'nothing';

const { usePressed, press } = lastPressed({
  ask: (post: PostId, said: Wanted) => (said === 'nothing' ? api.withdrawAttendance({ post }) : api.setAttendance({ post, attendance: said })),
  put: (post, event, said) => putAttendance(post, event, saidBy(said)),
  giveBack,
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
  const own = usePressed(view.post.id);
  return useMemo(() => (own === undefined ? view : withOwn(view, own)), [view, own]);
}

/// Shows at once; what the server refuses stands as it was. What was said already is taken back. `view` is as it is shown.
export function toggleAttendance({ post: { id }, mine }: PostView, pressed: Attendance, text: AllWords): void {
  press(id, mine.attendance === pressed ? 'nothing' : pressed, text);
}

/// Full, over or cancelled meanwhile, or perhaps done after all: the card is to show why.
function giveBack(post: PostId, said: Wanted, error: unknown, { calendar, errors }: AllWords): void {
  const isFull = hasCode(error, 'full');
  const hasEnded = hasCode(error, 'conflict');
  if (isFull || hasEnded || isOutcomeUnknown(error)) readViewSoon(post);
  const why = isFull ? calendar.fullMeanwhile : hasEnded ? calendar.endedMeanwhile : errors[errorKey(error)];
  complain(`${said === 'nothing' ? calendar.takeBackFailed : calendar.failed} ${why}`);
}

function saidBy(own: Wanted): Attendance | undefined {
  return own === 'nothing' ? undefined : own;
}
