import { WordDialog } from '../../design/WordDialog.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { reopen } from './actions.ts';

/// `limits::reopen_reason`
const longest = 500;

/// What is not answered yet: whoever takes the question up again reads it on the card, so there is always a reason.
export function ReopenDialog({ view, onClose }: { view: PostView; onClose: () => void }) {
  const text = useLaterText();
  const { title, reason, hint, missing, submit } = text.reopenDialog;
  return (
    <WordDialog
      title={title}
      label={reason}
      hint={hint}
      missing={missing}
      action={submit}
      most={longest}
      onSend={(words) => reopen(view, words, text)}
      onClose={onClose}
    />
  );
}
