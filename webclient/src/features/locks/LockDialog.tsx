import { WordDialog } from '../../design/WordDialog.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { lock } from './actions.ts';

/// `limits::lock_reason`
const longest = 300;

/// Why nobody comments any more: everyone reads it below the post, so there is always a reason.
export function LockDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const text = useLaterText();
  const { title, reason, hint, missing } = text.lockDialog;
  return (
    <WordDialog
      title={title}
      label={reason}
      hint={hint}
      missing={missing}
      action={text.locks.lock}
      most={longest}
      onSend={(words) => lock(post, words, text)}
      onClose={onClose}
    />
  );
}
