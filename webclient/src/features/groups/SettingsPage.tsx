import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Archive, ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { NotFound } from '../../app/Problems.tsx';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { complain, say } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Group } from '../../protocol/generated.ts';
import { archiveGroup } from './changes.ts';
import styles from './CreateGroupPage.module.css';
import { useGroup } from './GroupPage.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import pageStyles from './SettingsPage.module.css';

/// What only owners do to a group: its charter and looks, and its end.
export function SettingsPage() {
  const { group } = useParams({ from: '/g/$group/settings' });
  const found = useGroup(group);
  if ('instead' in found) return found.instead;
  return found.view.role === 'owner' ? <Settings group={found.view.group} /> : <NotFound />;
}

function Settings({ group }: { group: Group }) {
  const text = useLaterText();
  usePageTitle(text.groupForm.settings, group.name);
  return (
    <div className={styles.page}>
      <Link to="/g/$group/about" params={{ group: String(group.id) }} className={pageStyles.back}>
        <ArrowLeft size={18} aria-hidden />
        {text.members.back(group.name)}
      </Link>
      <h1 className={styles.title}>{text.groupForm.settings}</h1>
      <SettingsForm group={group} />
      <ArchiveSection group={group} />
    </div>
  );
}

function ArchiveSection({ group }: { group: Group }) {
  const text = useLaterText();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const archive = async () => {
    try {
      await archiveGroup(group.id);
      await navigate({ to: '/groups', ignoreBlocker: true });
      say(text.archive.done(group.name));
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  return (
    <section className={pageStyles.archive}>
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
