import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Archive, ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { NotFound } from '../../app/Problems.tsx';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { complain, say } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Group, GroupForm } from '../../protocol/generated.ts';
import { archiveGroup, editGroup, formOf } from './changes.ts';
import styles from './CreateGroupPage.module.css';
import { GroupFields, useFormError } from './GroupFields.tsx';
import { useGroup } from './GroupPage.tsx';
import { readGroupsAfresh } from './groups.ts';
import pageStyles from './SettingsPage.module.css';
import { useUnsaved } from './useUnsaved.tsx';

/// What only owners do to a group: its charter and looks, and its end.
export function SettingsPage() {
  const { group } = useParams({ from: '/g/$group/settings' });
  const found = useGroup(group);
  if ('instead' in found) return found.instead;
  return found.view.role === 'owner' ? <Settings group={found.view.group} /> : <NotFound />;
}

function Settings({ group }: { group: Group }) {
  const text = useText();
  usePageTitle(text.groupForm.settings, group.name);
  return (
    <div className={styles.page}>
      <Link to="/g/$group/about" params={{ group: String(group.id) }} className={pageStyles.back}>
        <ArrowLeft size={18} aria-hidden />
        {text.members.back(group.name)}
      </Link>
      <h1 className={styles.title}>{text.groupForm.settings}</h1>
      <Form group={group} />
      <ArchiveSection group={group} />
    </div>
  );
}

const isSame = (one: GroupForm, other: GroupForm) =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());

/// When the group changes meanwhile the form stays as it is, and saving needs a second thought.
function Form({ group }: { group: Group }) {
  const text = useText();
  const [base, setBase] = useState(group);
  const [form, setForm] = useState(() => formOf(group));
  const [isTried, setTried] = useState(false);
  const saving = useMutation({
    mutationFn: () => editGroup(group, form),
    onSuccess: (edited) => {
      setBase(edited);
      setForm(formOf(edited));
      say(text.groupForm.saved);
    },
    onError: (error) => {
      if (hasCode(error, 'stale_version')) readGroupsAfresh();
    },
  });
  const isUnsaved = !isSame(form, formOf(base));
  const isChangedMeanwhile = group.version > base.version && !saving.isPending;
  const takeCurrent = () => {
    setBase(group);
    setForm(formOf(group));
  };
  if (isChangedMeanwhile && !isUnsaved) takeCurrent();
  const unsaved = useUnsaved(() => isUnsaved);
  const problem = useFormError(saving.error);
  const save = () => {
    setTried(true);
    if (form.name.trim() !== '' && !saving.isPending) saving.mutate();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <GroupFields value={form} onChange={setForm} isTried={isTried} error={saving.error} />
      {isChangedMeanwhile && isUnsaved && (
        <Note tone="info">
          {text.groupForm.changedMeanwhile}{' '}
          <Button look="quiet" onClick={takeCurrent}>
            {text.groupForm.takeCurrent}
          </Button>
        </Note>
      )}
      {problem !== undefined && (
        <Note tone="failure">
          {problem}
          <Reference error={saving.error} />
        </Note>
      )}
      <div className={styles.actions}>
        <Button type="submit" look="primary" aria-disabled={!isUnsaved || saving.isPending}>
          {saving.isPending ? text.composer.saving : isChangedMeanwhile ? text.composer.overwrite : text.composer.save}
        </Button>
      </div>
      {unsaved}
    </form>
  );
}

function ArchiveSection({ group }: { group: Group }) {
  const text = useText();
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
