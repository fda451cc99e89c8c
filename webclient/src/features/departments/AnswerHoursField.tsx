import { useState } from 'react';
import { Field } from '../../design/Field.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './Form.module.css';

/// `limits::answer_hours`
const most = 200;

interface Props {
  hours: number | undefined;
  /// Not a number that can be promised when what is typed is none.
  onChange: (hours: number | undefined) => void;
}

/// Within how many of its open hours a department answers a question; empty is no promise.
export function AnswerHoursField({ hours, onChange }: Props) {
  const { departments: text } = useLaterText();
  const [typed, setTyped] = useState(String(hours ?? ''));
  return (
    <div className={styles.number}>
      <Field
        label={text.promise}
        hint={text.promiseHint}
        error={isPromise(hours) ? undefined : text.promiseWrong(most)}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(hoursIn(target.value.trim()));
        }}
      />
    </div>
  );
}

export const isPromise = (hours: number | undefined): boolean => hours === undefined || (hours >= 1 && hours <= most);

function hoursIn(typed: string): number | undefined {
  if (typed === '') return undefined;
  return /^\d+$/.test(typed) ? Number(typed) : NaN;
}
