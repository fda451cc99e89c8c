import { Confirm } from '../../design/Dialog.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { closePoll } from './close.ts';

/// What closing means for everyone, before it is done: there is no way back.
export function ClosePollDialog({ view, onClose }: { view: PostView; onClose: () => void }) {
  const text = useLaterText();
  const { title, act, open, anonymous } = text.closePoll;
  return (
    <Confirm title={title} action={act} onConfirm={() => void closePoll(view, text)} onClose={onClose}>
      {view.poll?.anonymous ? anonymous : open}
    </Confirm>
  );
}
