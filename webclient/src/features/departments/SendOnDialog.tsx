import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Form } from '../../design/Form.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee } from '../../protocol/generated.ts';
import { TargetField } from './TargetField.tsx';
import { isNobody } from './targets.ts';

interface Props {
  title: string;
  /// What the button says; that it is sent on, unless said otherwise.
  action?: string;
  /// As `TargetField` takes them.
  label?: string | undefined;
  example?: string | undefined;
  value: Addressee;
  /// What becomes of it with this choice.
  about: string;
  onChange: (target: Addressee) => void;
  /// False when it is still where it was.
  onSend: () => Promise<boolean>;
  onClose: () => void;
}

/// To whom a question or an idea goes, when it went to nobody or to the wrong department.
export function SendOnDialog({ title, action, label, example, value, about, onChange, onSend, onClose }: Props) {
  const text = useLaterText();
  const form = useRef<HTMLFormElement>(null);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isWrong = isTried && isNobody(value);
  const submit = async () => {
    setTried(true);
    if (isNobody(value) || isBusy) return;
    setBusy(true);
    if (await onSend()) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        <TargetField
          label={label}
          example={example}
          value={value}
          about={isWrong ? text.routeDialog.missing : about}
          isWrong={isWrong}
          onChange={onChange}
        />
        <footer className={styles.answers}>
          <Button onClick={onClose}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {action ?? text.routeDialog.submit}
          </Button>
        </footer>
      </Form>
    </Dialog>
  );
}
