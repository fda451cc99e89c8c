import { useLaterText } from '../i18n/text.tsx';
import { Confirm } from './Dialog.tsx';

/// See `useUnsaved`.
export function Unsaved({ onDiscard, onStay }: { onDiscard: () => void; onStay: () => void }) {
  const { unsaved } = useLaterText();
  return (
    <Confirm title={unsaved.title} action={unsaved.discard} refusal={unsaved.stay} onConfirm={onDiscard} onClose={onStay}>
      {unsaved.hint}
    </Confirm>
  );
}
