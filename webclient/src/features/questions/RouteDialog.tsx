import { useState } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee, PostView } from '../../protocol/generated.ts';
import { SendOnDialog } from '../departments/SendOnDialog.tsx';
import { route } from './actions.ts';
import { useGoesTo } from './useGoesTo.ts';

/// Sends a question on.
export function RouteDialog({ view, onClose }: { view: PostView; onClose: () => void }) {
  const text = useLaterText();
  const [target, setTarget] = useState<Addressee>({});
  const goesTo = useGoesTo(target) ?? text.routeDialog.hint;
  const about = view.question?.confidential ? `${goesTo} ${text.privateRoute}` : goesTo;
  return (
    <SendOnDialog
      title={text.routeDialog.title}
      value={target}
      about={about}
      onChange={setTarget}
      onSend={() => route(view, target, text)}
      onClose={onClose}
    />
  );
}
