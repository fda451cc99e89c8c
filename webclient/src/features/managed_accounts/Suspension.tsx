import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Person } from '../../protocol/generated.ts';
import { Section } from '../accounts/Section.tsx';
import { reinstate, suspend } from './accounts.ts';

/// The way out, and back in.
export function Suspension({ person }: { person: Person }) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const [isAsking, setAsking] = useState(false);
  const attempt = async (act: () => Promise<void>, done: string) => {
    try {
      await act();
      say(done);
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  if (person.suspended) {
    return (
      <Section title={words.suspension} hint={words.suspendedHint}>
        <div>
          <Button onClick={() => attempt(() => reinstate(person.id), words.reinstated(person.name))}>
            {words.reinstate}
          </Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title={words.suspension} hint={words.suspensionHint}>
      <div>
        <Button onClick={() => setAsking(true)}>
          {words.suspend}
        </Button>
      </div>
      {isAsking && (
        <Confirm
          title={words.suspendTitle(person.name)}
          action={words.suspend}
          onConfirm={() => void attempt(() => suspend(person.id), words.suspended(person.name))}
          onClose={() => setAsking(false)}
        >
          {words.suspendText(person.name)}
        </Confirm>
      )}
    </Section>
  );
}
