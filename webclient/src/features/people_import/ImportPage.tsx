import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { BackLink, Page } from '../../design/Page.tsx';
import { Reference } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import { Managed } from '../managed_accounts/Managed.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Columns } from './Columns.tsx';
import { Done } from './Done.tsx';
import styles from './ImportPage.module.css';
import { apply, look } from './importing.ts';
import { PlanTable } from './PlanTable.tsx';
import { Working } from './Working.tsx';

/// People from a file: choose it, see what it would do, then do that.
export const ImportPage = () => (
  <Managed>
    <Import />
  </Managed>
);

function Import() {
  const text = useLaterText();
  const words = text.peopleImport;
  const [chosen, setChosen] = useState<File>();
  const looking = useMutation({ mutationFn: look });
  const applying = useMutation({ mutationFn: apply });
  const { data: seen } = looking;
  usePageTitle(words.pageTitle, text.managedAccounts.pageTitle);
  const lookAt = (file: File) => {
    setChosen(file);
    applying.reset();
    looking.mutate(file);
  };
  const startOver = () => {
    setChosen(undefined);
    looking.reset();
    applying.reset();
  };
  return (
    <Page width="wide" back={<BackLink to="/admin/people">{text.managedAccounts.back}</BackLink>} title={words.pageTitle}>
      {applying.data ? (
        <Done done={applying.data} onAnother={startOver} />
      ) : (
        <div className={styles.steps}>
          {!chosen && <p className={styles.intro}>{words.intro}</p>}
          <ChooseFile
            isFirst={!chosen}
            isBusy={looking.isPending || applying.isPending}
            onChoose={lookAt}
            onRefuse={startOver}
          />
          {looking.isPending && chosen && <Working>{words.reading(chosen.name)}</Working>}
          {looking.isError && (
            <Note tone="failure">
              {text.errors[errorKey(looking.error)]}
              <Reference error={looking.error} />
            </Note>
          )}
          {seen && <PlanTable seen={seen} />}
          {applying.isError && (
            <Note tone="failure">
              {failureOf(applying.error, text)}
              <Reference error={applying.error} />
              <Button className={styles.again} onClick={() => chosen && lookAt(chosen)}>
                {words.lookAgain}
              </Button>
            </Note>
          )}
          {applying.isPending && <Working>{words.applying}</Working>}
          {seen?.plan.fingerprint !== undefined && seen.plan.added + seen.plan.changed > 0 && !applying.isError && (
            <Button
              look="primary"
              aria-disabled={applying.isPending}
              onClick={() => applying.mutate(seen)}
            >
              {words.apply(seen.plan.added, seen.plan.changed)}
            </Button>
          )}
          {!chosen && <Columns />}
        </div>
      )}
    </Page>
  );
}

function failureOf(error: Error, text: AllWords): string {
  if (hasCode(error, 'conflict')) return text.peopleImport.stale;
  return isOutcomeUnknown(error) ? text.peopleImport.unknownOutcome : text.errors[errorKey(error)];
}
