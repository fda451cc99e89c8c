import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { ApiError, errorKey, hasCode } from '../../protocol/errors.ts';
import type { Department } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { everyone, inTheSsc } from '../people/finding.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { type DepartmentDraft, editDepartment, readDepartmentsAfresh, useManagement } from './departments.ts';
import { AnswerHoursField, isPromise } from './AnswerHoursField.tsx';
import styles from './Form.module.css';
import { HoursFields, wrongInterval } from './HoursFields.tsx';
import { weekdays } from './hours.ts';
import { ParentChoice } from './ParentChoice.tsx';
import { SideChoice } from './SideChoice.tsx';

const mostHeads = 10;

/// Changes a department. Its heads see the part that is theirs; administrators everything.
export function EditDepartment({ department, onClose }: { department: Department; onClose: () => void }) {
  const { departments: text, errors, app, composer, signIn } = useLaterText();
  const { whole } = useManagement(department);
  const [before] = useState(() => draftOf(department));
  const [draft, setDraft] = useState(before);
  const change = (part: Partial<DepartmentDraft>) => {
    setDraft((held) => ({ ...held, ...part }));
  };
  const saving = useMutation({
    mutationFn: () => editDepartment({ ...draft, version: department.version }),
    onError: (error) => {
      if (hasCode(error, 'stale_version')) void readDepartmentsAfresh();
    },
    onSuccess: () => {
      say(text.saved);
      onClose();
    },
  });
  // What one saves may come back over the live channel first.
  const isChanged = department.version > draft.version && !saving.isPending;
  const { leave, question } = useUnsaved(!isSame(draft, before), onClose);
  const isMissing = draft.name.trim() === '';
  const hoursAreWrong = weekdays.some((day) => wrongInterval(draft.hours.filter((each) => each.day === day)) !== undefined);
  const isWrong = hoursAreWrong || !isPromise(draft.answer_hours);
  return (
    <Dialog title={text.editTitle(department.name)} onClose={leave}>
      <Form
        className={styles.form}
        onSubmit={() => {
          if (!isMissing && !isWrong && !saving.isPending) saving.mutate();
        }}
      >
        {whole && (
          <Field
            label={text.name}
            most={120}
            value={draft.name}
            error={isMissing ? signIn.missing : undefined}
            onChange={({ target }) => {
              change({ name: target.value });
            }}
          />
        )}
        <TextArea
          label={text.description}
          most={1000}
          value={draft.description}
          onChange={({ target }) => {
            change({ description: target.value });
          }}
        />
        {whole && <Place of={department} draft={draft} change={change} />}
        <People isWhole={whole} draft={draft} change={change} problem={problemOf(saving.error)} />
        <HoursFields
          hours={draft.hours}
          onChange={(hours) => {
            change({ hours });
          }}
        />
        <AnswerHoursField
          hours={draft.answer_hours}
          onChange={(answer_hours) => {
            change({ answer_hours });
          }}
        />
        {isChanged && <Note tone="info">{text.changedMeanwhile}</Note>}
        {saving.error && !(isChanged && hasCode(saving.error, 'stale_version')) && <Note tone="failure">{words(saving.error)}</Note>}
        <footer className={styles.actions}>
          <Button onClick={leave}>{app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={saving.isPending}>
            {isChanged ? composer.overwrite : composer.save}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );

  function words(error: unknown): string {
    const problem = problemOf(error);
    return problem === undefined ? errors[errorKey(error)] : text.conflicts[problem];
  }
}

interface PartProps {
  draft: DepartmentDraft;
  change: (part: Partial<DepartmentDraft>) => void;
}

function Place({ of, draft, change }: PartProps & { of: Department }) {
  return (
    <>
      <SideChoice
        side={draft.side}
        onChange={(side) => {
          change({ side });
        }}
      />
      <ParentChoice
        of={of}
        parent={draft.parent}
        onChange={(parent) => {
          change({ parent });
        }}
      />
    </>
  );
}

function People({ isWhole, draft, change, problem }: PartProps & { isWhole: boolean; problem: Problem | undefined }) {
  const { departments: text } = useLaterText();
  const wrong = (field: Problem) => (problem === field ? text.conflicts[field] : undefined);
  return (
    <>
      {isWhole && (
        <PersonPicker
          label={text.heads}
          among={everyone}
          chosen={draft.heads}
          atMost={mostHeads}
          error={wrong('heads')}
          onChange={(heads) => {
            change({ heads });
          }}
        />
      )}
      <PersonPicker
        label={text.deputies}
        hint={text.deputiesHint}
        among={everyone}
        chosen={draft.deputies}
        atMost={mostHeads}
        error={wrong('deputies')}
        onChange={(deputies) => {
          change({ deputies });
        }}
      />
      {isWhole && draft.side === 'business' && (
        <PersonPicker
          label={text.partner}
          hint={text.partnerHint}
          among={inTheSsc}
          chosen={draft.partner === undefined ? [] : [draft.partner]}
          atMost={1}
          error={wrong('partner')}
          onChange={([partner]) => {
            change({ partner });
          }}
        />
      )}
    </>
  );
}

const problems = ['heads', 'deputies', 'partner', 'parent'] as const;
type Problem = (typeof problems)[number];

/// What the server found that does not fit.
function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return undefined;
  return problems.find((each) => each === error.field);
}

function draftOf(department: Department): DepartmentDraft {
  const { id, version, name, side, parent, description, heads, deputies, partner, hours, answer_hours } = department;
  return { department: id, version, name, side, parent, description, heads, deputies, partner, hours, answer_hours };
}
