import { useNavigate, useParams } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { BackLink, Page } from '../../design/Page.tsx';
import { EmptyState } from '../../design/States.tsx';
import { complain, say } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Group, GroupView } from '../../protocol/generated.ts';
import { archiveGroup } from './changes.ts';
import { useGroup } from './GroupPage.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import styles from './SettingsPage.module.css';

/// What only owners do to a group: its charter and looks, and its end.
export function SettingsPage() {
  const { group } = useParams({ from: '/g/$group/settings' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <Settings view={found.view} />;
}

function Settings({ view: { group, role } }: { view: GroupView }) {
  const text = useLaterText();
  usePageTitle(text.groupForm.settings, group.name);
  return (
    <Page
      width="form"
      title={text.groupForm.settings}
      back={
        <BackLink to="/g/$group/about" params={{ group: String(group.id) }}>
          {text.members.back(group.name)}
        </BackLink>
      }
    >
      {role === 'owner' ? (
        <>
          <SettingsForm group={group} />
          <ArchiveSection group={group} />
        </>
      ) : (
        <EmptyState title={text.groupForm.notYours} />
      )}
    </Page>
  );
}

function ArchiveSection({ group }: { group: Group }) {
  const text = useLaterText();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const archive = async () => {
    try {
      await archiveGroup(group.id);
      await navigate({ to: '/groups', replace: true, ignoreBlocker: true });
      say(text.archive.done(group.name));
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  return (
    <section className={styles.archive}>
      <h2>{text.archive.title}</h2>
      <p className={styles.hint}>{text.archive.hint}</p>
      <Button
        icon={<Archive size={18} aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {text.archive.act}
      </Button>
      {isAsking && (
        <Confirm
          title={text.archive.ask(group.name)}
          action={text.archive.act}
          onConfirm={() => void archive()}
          onClose={() => {
            setAsking(false);
          }}
        >
          {text.archive.consequence}
        </Confirm>
      )}
    </section>
  );
}
