import { type RefObject, useEffect, useRef } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import { TitleField } from '../titles/TitleField.tsx';
import styles from './EventFields.module.css';
import type { EventDraft } from './plan.ts';
import { PlanFields } from './PlanFields.tsx';

interface Props {
  event: EventDraft;
  /// How often one has tried to send it: then what is missing is said, and one goes there.
  tries: number;
  /// When one last did.
  triedAt?: number;
  /// Where the title is written: one begins there.
  first?: RefObject<HTMLInputElement | null> | undefined;
  /// Of an event that is there already only the words are written here: where one changes the rest.
  elsewhere?: 'menu' | 'later' | undefined;
  onChange: (event: EventDraft) => void;
}

/// What stands above the text of an event: what it is, and when and where. Enter leads on from the title.
export function EventHead({ event, tries, triedAt = 0, first, elsewhere, onChange }: Props) {
  const { eventFields: text } = useLaterText();
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) part.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);
  return (
    <div ref={part} className={styles.head}>
      <TitleField
        value={event.title}
        missing={text.titleMissing}
        isTried={tries > 0}
        field={first}
        onChange={(title) => onChange({ ...event, title })}
        onEnter={() => part.current?.querySelector<HTMLElement>('[type=datetime-local]')?.focus()}
      />
      {elsewhere === undefined ? (
        <PlanFields plan={event} isTried={tries > 0} triedAt={triedAt} onChange={(plan) => onChange({ ...event, ...plan })} />
      ) : (
        <p className={styles.hint}>{text.elsewhere[elsewhere]}</p>
      )}
    </div>
  );
}
