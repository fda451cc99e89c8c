import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Reference } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { language, useLaterText } from '../../i18n/text.tsx';
import { isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Language } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { createAccount } from './accounts.ts';
import { Details } from './Details.tsx';
import { detailsOf, emptyDraft, explain, faultsOf } from './form.ts';
import styles from './AddAccount.module.css';

/// Adds somebody, and leads on to the invitation. One client_id as long as the dialog is open: asked twice, it adds once.
export function AddAccount({ onClose }: { onClose: () => void }) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyDraft);
  const [spoken, setSpoken] = useState<Language>(language.get()?.name ?? 'nl');
  const [clientId, setClientId] = useState(() => crypto.randomUUID());
  const [isTried, setTried] = useState(false);
  const missing = faultsOf(draft, text);
  const adding = useMutation({
    mutationFn: () => createAccount({ client_id: clientId, ...detailsOf(draft), language: spoken }),
    onSuccess: ({ person }) => {
      say(words.added(person.name));
      onClose();
      void navigate({ to: '/admin/people/$person', params: { person: String(person.id) }, ignoreBlocker: true });
    },
    // What comes next may be other content, which is another create.
    onError: (error) => {
      if (!isOutcomeUnknown(error)) setClientId(crypto.randomUUID());
    },
  });
  const { leave, question } = useUnsaved(!isSame(draft, emptyDraft), onClose);
  const problem = adding.isError ? explain(adding.error, text) : undefined;

  return (
    <Dialog title={words.add} onClose={leave}>
      <Form
        className={styles.form}
        onSubmit={() => {
          setTried(true);
          if (Object.keys(missing).length === 0 && !adding.isPending) adding.mutate();
        }}
      >
        <Details
          draft={draft}
          faults={{ ...problem?.faults, ...(isTried ? missing : {}) }}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <Segmented<Language>
          label={text.app.language}
          showLabel
          value={spoken}
          choices={[
            ['nl', text.app.languages.nl],
            ['en', text.app.languages.en],
          ]}
          onChange={setSpoken}
        />
        {problem?.rest !== undefined && (
          <Note tone="failure">
            {problem.rest}
            <Reference error={adding.error} />
          </Note>
        )}
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={adding.isPending}>
            {words.addShort}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
