import { complain, say } from '../../design/toast.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { PostView } from '../../protocol/generated.ts';
import { markAllRead } from './reading.ts';

/// Marks the tabs of these posts as read, says so, and offers the way back. `after` is called when it worked.
export function useMarkAll(after: () => void = nothing): (unread: readonly PostView[], said?: string) => Promise<void> {
  const text = useText();
  const failed = (error: unknown) => {
    complain(text.errors[errorKey(error)]);
  };
  return async (unread, said = text.feed.markedAll) => {
    try {
      const takeBack = await markAllRead(unread);
      after();
      say(said, { label: text.post.undo, run: () => void takeBack().catch(failed) });
    } catch (error) {
      failed(error);
    }
  };
}

const nothing = () => undefined;
