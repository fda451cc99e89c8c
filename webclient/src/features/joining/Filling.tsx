import { type SyntheticEvent, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Select } from '../../design/Select.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { hasCode, errorKey } from '../../protocol/errors.ts';
import type { FillingPlan, GroupId } from '../../protocol/generated.ts';
import { useOpenDepartments } from '../departments/departments.ts';
import { atMost, entriesOf, isText, planOf, tooLongIn } from './filling.ts';
import styles from './Filling.module.css';
import { PlanView } from './PlanView.tsx';

type Source = 'department' | 'list';

/// Many people at once, from a department or a list. First the owner sees who they are.
export function Filling({ group }: { group: GroupId }) {
  const text = useLaterText();
  const departments = useOpenDepartments();
  const [source, setSource] = useState<Source>('department');
  const [chosen, setChosen] = useState('');
  const [list, setList] = useState('');
  const [plan, setPlan] = useState<FillingPlan>();
  const [failure, setFailure] = useState<string>();
  const entries = entriesOf(list);
  const fault = source === 'list' ? faultOf(list, text) : undefined;
  const isReady = source === 'department' ? chosen !== '' : entries.length > 0 && fault === undefined;

  const forget = () => {
    setPlan(undefined);
    setFailure(undefined);
  };
  const look = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isReady) return;
    forget();
    try {
      setPlan(await planOf(group, source === 'department' ? { department: Number(chosen) } : { entries }));
    } catch (error) {
      setFailure(hasCode(error, 'conflict') ? text.joining.tooMany(atMost) : text.errors[errorKey(error)]);
    }
  };

  return (
    <div className={styles.filling}>
      <form className={styles.form} onSubmit={(event) => void look(event)}>
        <Segmented<Source>
          label={text.joining.fillFrom}
          value={source}
          choices={[
            ['department', text.joining.fromDepartment],
            ['list', text.joining.fromList],
          ]}
          onChange={(next) => {
            setSource(next);
            forget();
          }}
        />
        {source === 'department' ? (
          <Select
            label={text.joining.department}
            value={chosen}
            choices={[['', text.joining.chooseDepartment], ...departments.map(({ id, name }) => [String(id), name] as const)]}
            onChange={(next) => {
              setChosen(next);
              forget();
            }}
          />
        ) : (
          <ListField value={list} onChange={(next) => { setList(next); forget(); }} />
        )}
        {fault !== undefined && <Note tone="failure">{fault}</Note>}
        <Button type="submit" aria-disabled={!isReady}>
          {text.joining.lookWho}
        </Button>
      </form>
      {failure !== undefined && <Note tone="failure">{failure}</Note>}
      {plan && <PlanView group={group} plan={plan} onDone={forget} />}
    </div>
  );
}

function faultOf(list: string, text: AllWords): string | undefined {
  if (!isText(list)) return text.joining.notAList;
  if (entriesOf(list).length > atMost) return text.joining.tooMany(atMost);
  const line = tooLongIn(list);
  return line === undefined ? undefined : text.joining.entryTooLong(line);
}

function ListField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useLaterText();
  const read = async (file: File | undefined) => {
    if (file) onChange(await file.text());
  };
  return (
    <>
      <TextArea
        label={text.joining.list}
        hint={text.joining.listHint}
        spellCheck={false}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <label className={styles.file}>
        {text.joining.file}
        <input type="file" accept=".csv,.txt,text/csv,text/plain" onChange={({ target }) => void read(target.files?.[0])} />
      </label>
    </>
  );
}
