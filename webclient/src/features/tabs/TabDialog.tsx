import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Choices } from '../../design/Choices.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Reference } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Group, Readers, Tab, TabAudience } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { useDepartment, useOpenDepartments } from '../departments/departments.ts';
import { readGroupsAfresh } from '../groups/groups.ts';
import { Consequences } from './Consequences.tsx';
import { createTab, editTab, type Shape } from './shaping.ts';
import styles from './TabDialog.module.css';

const longestName = 60;

interface Props {
  group: Group;
  /// None: a new one.
  tab: Tab | undefined;
  readers: Readers | undefined;
  /// The names of the others, in the archive too.
  taken: readonly string[];
  onClose: () => void;
}

const fresh: Shape = { name: '', audience: 'members', posting: 'everyone', default_mark: 'work' };

/// All that a tab is, and what a change of it means for who reads along. When it changes meanwhile what was filled in
/// stays, and saving needs a second thought.
export function TabDialog({ group, tab, readers, taken, onClose }: Props) {
  const text = useLaterText();
  const form = useRef<HTMLFormElement>(null);
  const [clientId] = useState(() => crypto.randomUUID());
  const [base, setBase] = useState(tab?.version ?? 0);
  const [before] = useState<Shape>(() => (tab ? shapeOf(tab) : { ...fresh, default_mark: markOf(group) }));
  const [shape, setShape] = useState(before);
  const [isTried, setTried] = useState(false);
  const name = shape.name.trim();
  const saving = useMutation({
    mutationFn: () =>
      tab
        ? editTab(tab.id, tab.version, { ...shape, name })
        : createTab({ group: group.id, client_id: clientId, ...shape, name }),
    onError: (error) => {
      if (hasCode(error, 'stale_version')) readGroupsAfresh();
    },
    onSuccess: () => {
      say(tab ? text.layout.saved(name) : text.layout.created(name));
      onClose();
    },
  });
  // What one saves may come back over the live channel first.
  const isChanged = tab !== undefined && tab.version > base && !saving.isPending;
  const { leave, question } = useUnsaved(!isSame(shape, before), onClose);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const isTaken = name !== tab?.name && taken.some((other) => other.toLocaleLowerCase() === name.toLocaleLowerCase());
  const nameError = name === '' ? text.layout.nameMissing : isTaken ? text.layout.nameTaken : undefined;
  const change = (more: Partial<Shape>) => {
    setShape((before) => ({ ...before, ...more }));
  };
  const save = () => {
    setTried(true);
    if (nameError !== undefined || saving.isPending) return;
    if (isChanged) setBase(tab.version);
    saving.mutate();
  };

  return (
    <Dialog title={tab ? text.layout.edit(tab.name) : text.layout.add} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={save}>
        <Field
          label={text.layout.name}
          value={shape.name}
          most={longestName}
          autoComplete="off"
          error={isTried ? nameError : undefined}
          onChange={({ target }) => {
            change({ name: target.value });
          }}
        />
        <DepartmentChoice shape={shape} onChange={setShape} />
        <AudienceChoice shape={shape} onChange={change} />
        <Choices
          label={text.layout.whoPosts}
          value={shape.posting}
          choices={[
            { value: 'everyone', words: text.layout.posting.everyone },
            { value: 'owners', words: text.layout.posting.owners },
            { value: 'approval', words: text.layout.posting.approval },
          ]}
          onChange={(posting) => {
            change({ posting });
          }}
        />
        {tab?.posting === 'approval' && shape.posting !== 'approval' && (
          <Note tone="info">{text.layout.heldStay}</Note>
        )}
        <Segmented
          label={text.layout.mark}
          showLabel
          value={shape.default_mark}
          choices={[
            ['work', text.composer.work],
            ['personal', text.composer.personal],
          ]}
          onChange={(mark) => {
            change({ default_mark: mark });
          }}
        />
        <Consequences before={tab} after={shape} readers={readers} />
        {isChanged && <Note tone="info">{text.layout.changedMeanwhile}</Note>}
        {saving.error && !(isChanged && hasCode(saving.error, 'stale_version')) && (
          <Note tone="failure">
            {whyNot(saving.error, text)}
            <Reference error={saving.error} />
          </Note>
        )}
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={saving.isPending}>
            {tab ? (isChanged ? text.composer.overwrite : text.composer.save) : text.layout.create}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}

function whyNot(error: unknown, text: AllWords): string {
  if (hasCode(error, 'full')) return text.layout.full;
  if (hasCode(error, 'conflict') && error.field === 'name') return text.layout.nameTaken;
  if (hasCode(error, 'invalid_request') && error.field === '$.name') return text.groupForm.nameUnseen;
  return text.errors[errorKey(error)];
}

const shapeOf = ({ name, department, audience, posting, default_mark }: Tab): Shape => ({
  name,
  audience,
  posting,
  default_mark,
  ...(department === undefined ? {} : { department }),
});

/// Interest groups are the personal side of the organisation.
const markOf = ({ kind }: Group): Shape['default_mark'] => (kind === 'interest' ? 'personal' : 'work');

interface ChoiceProps {
  shape: Shape;
  onChange: (shape: Shape) => void;
}

/// A tab that has no name yet takes that of its department; one that loses its department is for all members again.
function DepartmentChoice({ shape, onChange }: ChoiceProps) {
  const text = useLaterText();
  const open = useOpenDepartments();
  const before = useDepartment(shape.department);
  const departments = before?.archived ? [...open, before] : open;
  const choose = (id: number) => {
    const others = { ...shape };
    delete others.department;
    const chosen = departments.find((each) => each.id === id);
    const isNamedAfter = shape.name.trim() === '' || shape.name === before?.name;
    if (chosen) onChange({ ...others, department: id, name: isNamedAfter ? chosen.name : shape.name });
    else onChange({ ...others, audience: shape.audience === 'department' ? 'members' : shape.audience });
  };
  return (
    <label className={styles.choice}>
      {text.layout.department}
      <select
        value={shape.department ?? ''}
        onChange={({ target }) => {
          choose(Number(target.value));
        }}
      >
        <option value="">{text.layout.noDepartment}</option>
        {departments.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <span className={styles.hint}>{text.layout.departmentHint}</span>
    </label>
  );
}

function AudienceChoice({ shape, onChange }: { shape: Shape; onChange: (more: Partial<Shape>) => void }) {
  const text = useLaterText();
  const name = useDepartment(shape.department)?.name;
  const words = text.layout.audience;
  return (
    <Choices<TabAudience>
      label={text.layout.whoReads}
      value={shape.audience}
      choices={[
        { value: 'members', words: words.members },
        {
          value: 'department',
          words: name === undefined ? words.chooseDepartment : words.department(name),
          isDisabled: shape.department === undefined,
        },
        { value: 'guests', words: words.guests },
      ]}
      onChange={(audience) => {
        onChange({ audience });
      }}
    />
  );
}
