import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, iconButtonClass } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { roomFor } from '../../design/room.ts';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Holidays } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import styles from './Form.module.css';
import { holidaysQuery, readHolidaysAfresh, setHolidays } from './holidays.ts';

/// On which days every department is closed.
export function HolidaysDialog({ onClose }: { onClose: () => void }) {
  const { departments: text } = useLaterText();
  const holidays = useQuery(holidaysQuery);
  const [isChanged, setChanged] = useState(false);
  const { leave, question } = useUnsaved(isChanged, onClose);
  return (
    <Dialog title={text.holidays} onClose={leave}>
      {holidays.isPending && <Skeleton kind="rows" />}
      {holidays.isLoadingError && <ErrorState error={holidays.error} onRetry={() => void holidays.refetch()} />}
      {holidays.data && <Days now={holidays.data.holidays} onChange={setChanged} onCancel={leave} onSaved={onClose} />}
      {question}
    </Dialog>
  );
}

/// `limits::holidays`, `limits::search`
const atMost = 100;
const longestName = 80;
const isTooLong = (name: string): boolean => roomFor(name, longestName).left < 0;

interface FormProps {
  now: Holidays;
  onChange: (isChanged: boolean) => void;
  onCancel: () => void;
  onSaved: () => void;
}

function Days({ now, onChange, onCancel, onSaved }: FormProps) {
  const { departments: text, errors, app, composer } = useLaterText();
  const [{ version, items: first }] = useState(now);
  const [items, setItems] = useState(first);
  const [isTried, setTried] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const change = (next: Holidays['items']) => {
    setItems(next);
    onChange(!isSame(next, first));
  };
  const inOrder = items.toSorted((one, other) => one.date.localeCompare(other.date));
  const isDouble = inOrder.some(({ date }, index) => date !== '' && date === inOrder[index - 1]?.date);
  const isIncomplete = items.some(({ date, name }) => date === '' || name.trim() === '');
  const saving = useMutation({
    mutationFn: () => setHolidays(now.version, inOrder),
    onError: (error) => {
      if (hasCode(error, 'stale_version')) readHolidaysAfresh();
    },
    onSuccess: () => {
      say(text.holidaysSaved);
      onSaved();
    },
  });
  // What one saves may come back over the live channel first.
  const isChanged = now.version > version && !saving.isPending;
  const key = saving.error ? errorKey(saving.error) : undefined;
  return (
    <Form
      className={styles.form}
      onSubmit={() => {
        setTried(true);
        if (!isDouble && !isIncomplete && !saving.isPending) saving.mutate();
      }}
    >
      {items.length === 0 && <p>{text.noHolidays}</p>}
      <ul ref={list} role="list" className={styles.week}>
        {items.map(({ date, name }, index) => (
          <li key={index} className={styles.interval}>
            <input
              type="date"
              className={`${styles.time ?? ''} ${styles.date ?? ''}`}
              aria-label={text.holidayDate}
              value={date}
              onChange={({ target }) => {
                change(items.map((each, at) => (at === index ? { ...each, date: target.value } : each)));
              }}
            />
            <input
              className={`${styles.time ?? ''} ${styles.label ?? ''}`}
              aria-label={text.holidayName}
              aria-invalid={isTooLong(name) || undefined}
              data-too-long={isTooLong(name) || undefined}
              value={name}
              onChange={({ target }) => {
                change(items.map((each, at) => (at === index ? { ...each, name: target.value } : each)));
              }}
            />
            <button
              type="button"
              data-repeats
              className={iconButtonClass}
              aria-label={text.takeOutHoliday(name)}
              onClick={() => {
                change(items.filter((_each, at) => at !== index));
              }}
            >
              <X size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {isDouble && <p className={styles.error}>{text.holidayTwice}</p>}
      {items.some(({ name }) => isTooLong(name)) && <p className={styles.error}>{text.holidayTooLong}</p>}
      {isTried && isIncomplete && <p className={styles.error}>{text.holidayIncomplete}</p>}
      {isChanged && <Note tone="info">{text.changedMeanwhile}</Note>}
      {key !== undefined && !(isChanged && key === 'stale_version') && (
        <Note tone="failure">{errors[key]}</Note>
      )}
      <footer className={styles.actions}>
        {items.length < atMost && (
          <Button
            className={styles.apart}
            icon={<Plus size={16} aria-hidden />}
            onClick={() => {
              flushSync(() => change([...items, { date: '', name: '' }]));
              list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
            }}
          >
            {text.addHoliday}
          </Button>
        )}
        <Button onClick={onCancel}>{app.cancel}</Button>
        <Button type="submit" look="primary" aria-disabled={saving.isPending}>
          {isChanged ? composer.overwrite : composer.save}
        </Button>
      </footer>
    </Form>
  );
}
