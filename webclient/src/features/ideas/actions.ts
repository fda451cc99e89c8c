import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Addressee, DecideIdea, PostView } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { targetOf } from '../departments/addressee.ts';
import { readViewNow, readViewSoon } from '../posts/reread.ts';
import { putIdea } from './put.ts';

/// False when it was not kept. Where somebody else was first, what stands now is here when it says so.
export async function decide(request: DecideIdea, text: AllWords): Promise<boolean> {
  const { saved, failed, already } = text.ideas.deciding;
  try {
    putIdea(request.post, await api.decideIdea(request));
    say(saved);
    return true;
  } catch (error) {
    const isBefore = hasCode(error, 'conflict') && error.field === 'status';
    if (isBefore) await readViewNow(request.post);
    else if (isOutcomeUnknown(error)) readViewSoon(request.post);
    complain(`${failed} ${isBefore ? already : text.errors[errorKey(error)]}`);
    return false;
  }
}

/// False when the idea is still where it was.
export async function route(view: PostView, target: Addressee, text: AllWords): Promise<boolean> {
  const { isSent, failed, gone } = text.ideas.sending;
  const { post } = view;
  try {
    const idea = await api.routeIdea({ post: post.id, target });
    putIdea(post.id, idea);
    // Who sent it to others has no say there any more, unless it is their own idea that nobody has heard yet. It goes to
    // nobody no more.
    const leadsBack = post.author === currentMe()?.person.id && idea.status === undefined;
    const before = view.idea && leadsBack ? targetOf(view.idea) : undefined;
    say(isSent, before && { label: text.post.undo, run: () => void route({ ...view, idea }, before, text) });
    return true;
  } catch (error) {
    const isGone = hasCode(error, 'not_found') && error.field === 'idea';
    complain(`${failed} ${isGone ? gone : text.errors[errorKey(error)]}`);
    return false;
  }
}
