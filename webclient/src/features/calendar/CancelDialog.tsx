import { WordDialog } from '../../design/WordDialog.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostId } from '../../protocol/generated.ts';
import { cancel } from './actions.ts';

/// `limits::cancel_reason`
const longest = 300;

/// Why an event does not go on, and what that means for everyone, before it is done: there is no way back.
export function CancelDialog({ post, onClose }: { post: PostId; onClose: () => void }) {
  const text = useLaterText();
  const { title, reason, hint, missing, act, refusal } = text.cancelling;
  return (
    <WordDialog
      title={title}
      label={reason}
      hint={hint}
      missing={missing}
      action={act}
      isDangerous
      refusal={refusal}
      most={longest}
      onSend={(words) => cancel(post, words, text)}
      onClose={onClose}
    />
  );
}
