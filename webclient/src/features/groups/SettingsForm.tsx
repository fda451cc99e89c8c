import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { Group } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { editGroup, formOf } from './changes.ts';
import styles from './CreateGroupPage.module.css';
import { GroupFields, useFormError, useReviewFault } from './GroupFields.tsx';
import { readGroupsAfresh } from './groups.ts';

/// A group's charter and looks, for its owners. When the group changes meanwhile the form stays as it is, and saving needs
/// a second thought.
export function SettingsForm({ group }: { group: Group }) {
  const text = useLaterText();
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
  const { question } = useUnsaved(isUnsaved);
  const reviewFault = useReviewFault(form, group.review_on);
  const problem = useFormError(saving.error);
  const save = () => {
    setTried(true);
    if (form.name.trim() !== '' && reviewFault === undefined && !saving.isPending) saving.mutate();
  };
  return (
    <Form
      className={styles.form}
      onSubmit={() => {
        save();
      }}
    >
      <GroupFields value={form} onChange={setForm} isTried={isTried} error={saving.error} reviewFault={reviewFault} />
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
      {question}
    </Form>
  );
}
