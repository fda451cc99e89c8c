import { useEffect, useRef } from 'react';
import { Switch } from '../../design/Switch.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { ClosingField } from './ClosingField.tsx';
import type { PollDraft } from './draft.ts';
import { OptionFields } from './OptionFields.tsx';
import styles from './PollFields.module.css';

interface Props {
  poll: PollDraft;
  /// How often one has tried to send it: then what is missing is said, and one goes there.
  tries: number;
  /// When it is published, if later: days are counted from then.
  from?: number | undefined;
  onChange: (poll: PollDraft) => void;
}

/// What one can choose from in the poll that is being written, and on which terms.
export function PollFields({ poll, tries, from, onChange }: Props) {
  const { pollFields: text } = useLaterText();
  const part = useRef<HTMLDivElement>(null);
  const isTried = tries > 0;
  useEffect(() => {
    if (tries > 0) part.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);
  return (
    <div ref={part} className={styles.poll}>
      <OptionFields poll={poll} isTried={isTried} onChange={onChange} />
      <div className={styles.terms}>
        <Switch label={text.multiple} isOn={poll.multiple} onChange={(multiple) => onChange({ ...poll, multiple })} />
        <Switch
          label={text.anonymous}
          hint={poll.anonymous ? text.secret : text.open}
          isOn={poll.anonymous}
          onChange={(anonymous) => onChange({ ...poll, anonymous })}
        />
      </div>
      <ClosingField value={poll} from={from} isTried={isTried} onChange={(closes) => onChange({ ...poll, ...closes })} />
    </div>
  );
}
