import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { PostView } from '../../protocol/generated.ts';
import { putPoll } from './events.ts';

/// Before its time. Everyone may see the outcome then.
export async function closePoll({ post }: PostView, text: Catalogue): Promise<void> {
  try {
    putPoll(post.id, await api.closePoll({ post: post.id }));
    say(text.polls.isClosed);
  } catch (error) {
    complain(`${text.polls.closeFailed} ${text.errors[errorKey(error)]}`);
  }
}
