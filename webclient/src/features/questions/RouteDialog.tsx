import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Form } from '../../design/Form.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView, Addressee } from '../../protocol/generated.ts';
import { route } from './actions.ts';
import { TargetField } from './TargetField.tsx';
import { isNobody } from './targets.ts';
import { useGoesTo } from './useGoesTo.ts';

/// To whom a question goes, when it went to nobody or to the wrong department.
export function RouteDialog({ view, onClose }: { view: PostView; onClose: () => void }) {
  const text = useLaterText();
  const form = useRef<HTMLFormElement>(null);
  const [target, setTarget] = useState<Addressee>({});
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isWrong = isTried && isNobody(target);
  const goesTo = useGoesTo(target) ?? text.routeDialog.hint;
  const submit = async () => {
    setTried(true);
    if (isNobody(target) || isBusy) return;
    setBusy(true);
    if (await route(view, target, text)) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title={text.routeDialog.title} onClose={onClose}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        <TargetField value={target} about={isWrong ? text.routeDialog.missing : goesTo} isWrong={isWrong} onChange={setTarget} />
        <footer className={styles.answers}>
          <Button onClick={onClose}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {text.routeDialog.submit}
          </Button>
        </footer>
      </Form>
    </Dialog>
  );
}
