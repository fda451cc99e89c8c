import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { NewPraise, TabId } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { isForSomebody, mostPraised } from './draft.ts';
import { readersOf } from './readers.ts';

interface Props {
  /// Where it will stand: who reads there is offered.
  tab: TabId;
  value: NewPraise;
  /// How often one has tried to send it: then what is missing is said, and one goes there.
  tries: number;
  onChange: (value: NewPraise) => void;
}

/// For whom the praise is that is being written.
export function PraiseField({ tab, value, tries, onChange }: Props) {
  const text = useText();
  const me = useMe().person.id;
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) part.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);
  return (
    <div ref={part}>
      <PersonPicker
        key={tab}
        label={text.praise.whom}
        among={readersOf(tab, me)}
        chosen={value.people}
        atMost={mostPraised}
        error={tries > 0 && !isForSomebody(value) ? text.praise.missing : undefined}
        onChange={(people) => onChange({ people })}
      />
    </div>
  );
}
