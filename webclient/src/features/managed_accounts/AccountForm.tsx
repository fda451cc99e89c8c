import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { ManagedAccount } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { Section } from '../accounts/Section.tsx';
import styles from './AccountForm.module.css';
import { editAccount, readAfresh } from './accounts.ts';
import { Details } from './Details.tsx';
import { detailsOf, type Draft, draftOf, explain, faultsOf } from './form.ts';

interface Props {
  account: ManagedAccount;
  isOwn: boolean;
}

/// The details, to change. What takes effect for others is asked once more; what was typed is not left by accident.
export function AccountForm({ account, isOwn }: Props) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const [base, setBase] = useState(account);
  const [draft, setDraft] = useState<Draft>(() => draftOf(account));
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isChanged = !isSame(draft, draftOf(base));
  const missing = faultsOf(draft, text);
  const becomesGuest = draft.role === 'guest' && base.role !== 'guest';

  const start = (from: ManagedAccount) => {
    setBase(from);
    setDraft(draftOf(from));
    setTried(false);
  };
  const saving = useMutation({
    mutationFn: () => editAccount({ person: base.person.id, version: base.version, ...detailsOf(draft) }),
    onSuccess: (saved) => {
      start(saved);
      say(words.saved(saved.person.name));
    },
  });
  const { leave, question } = useUnsaved(isChanged, () => {
    saving.reset();
    start(base);
  });
  const problem = saving.isError ? explain(saving.error, text) : undefined;
  // Somebody else's change, read since: it is shown at once, unless it would take what is being typed.
  if (account.version > base.version && !isChanged) start(account);

  return (
    <Section title={words.details} hint={words.detailsHint}>
      <Form
        className={styles.form}
        onSubmit={() => {
          setTried(true);
          if (Object.keys(missing).length > 0 || saving.isPending) return;
          if (becomesGuest) setAsking(true);
          else saving.mutate();
        }}
      >
        <Details
          draft={draft}
          faults={{ ...problem?.faults, ...(isTried ? missing : {}) }}
          isOwn={isOwn}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        {problem?.rest !== undefined && (
          <Note tone="failure">
            {problem.rest}
            {hasCode(saving.error, 'stale_version') ? (
              <Button
                onClick={() => {
                  saving.reset();
                  setDraft(draftOf(base));
                  void readAfresh(base.person.id);
                }}
              >
                {words.showCurrent}
              </Button>
            ) : (
              <Reference error={saving.error} />
            )}
          </Note>
        )}
        <div className={styles.answers}>
          <Button type="submit" look="primary" aria-disabled={saving.isPending || !isChanged}>
            {text.composer.save}
          </Button>
          {isChanged && <Button onClick={leave}>{text.app.cancel}</Button>}
        </div>
      </Form>
      {isAsking && (
        <Confirm
          title={words.guestTitle(base.person.name)}
          action={words.guestAction}
          onConfirm={() => saving.mutate()}
          onClose={() => setAsking(false)}
        >
          {words.guestText}
        </Confirm>
      )}
      {question}
    </Section>
  );
}
