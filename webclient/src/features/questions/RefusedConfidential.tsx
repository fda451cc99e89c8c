import { useState } from 'react';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Addressee } from '../../protocol/generated.ts';
import { SendOnDialog } from '../departments/SendOnDialog.tsx';
import { askInstead, type Outgoing, retry } from '../posts/outbox.ts';
import type { WayOn } from '../posts/wayOn.ts';
import { WaysOn } from '../posts/WaysOn.tsx';
import { useGoesTo } from './useGoesTo.ts';

/// An own confidential question that the server refused: why, and what can be done. What was to be read by few is never
/// offered to everyone.
export function RefusedConfidential({ outgoing }: { outgoing: Outgoing }) {
  const text = useLaterText();
  const [target, setTarget] = useState<Addressee>({});
  const [isChoosing, setChoosing] = useState(false);
  const { title, hint } = text.privateRefused;
  const goesTo = useGoesTo(target);
  return (
    <>
      <WaysOn outgoing={outgoing} {...wayOn(outgoing, text, () => setChoosing(true))} />
      {isChoosing && (
        <SendOnDialog
          title={title}
          action={text.privately.submit}
          value={target}
          about={goesTo === undefined ? hint : `${goesTo} ${hint}`}
          onChange={setTarget}
          onSend={() => {
            askInstead(target, outgoing);
            return Promise.resolve(true);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

/// The same again, unless whom it asks would be refused again.
function wayOn({ error }: Outgoing, { privateRefused, questions, app, errors }: AllWords, chooseAnew: () => void): WayOn {
  const isGone = hasCode(error, 'not_found') && error.field === 'question';
  const isForNobody = hasCode(error, 'invalid_request') && error.field === '$.confidential';
  if (isGone || isForNobody) return { why: questions.targetGone, action: privateRefused.chooseAnew, run: chooseAnew };
  return { why: errors[errorKey(error)], action: app.retry, run: retry };
}
