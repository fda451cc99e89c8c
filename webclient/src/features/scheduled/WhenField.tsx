import { Field } from '../../design/Field.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { isWall, wallAt } from '../../i18n/wall.ts';
import { useMyself } from '../accounts/session.ts';
import { whenFault } from './when.ts';

interface Props {
  /// A wall of the organisation's clock; empty while none is chosen.
  value: string;
  /// By when it has to be there.
  before?: number | undefined;
  isTried: boolean;
  /// When one last tried: what has gone by since the clock's last tick is said then.
  triedAt: number;
  /// What the server had against it.
  refusal?: string | undefined;
  onChange: (wall: string) => void;
}

/// The day and the time at which a post is published.
export function WhenField({ value, before, isTried, triedAt, refusal, onChange }: Props) {
  const { whenField: text } = useLaterText();
  const timeZone = useMyself()?.time_zone;
  const moments = useMoments();
  const now = Math.max(useNow(), triedAt);
  const fault = whenFault(value, { now, timeZone, before });
  // Nobody has to be told what they have not filled in yet.
  const error = fault === undefined ? refusal : fault === 'missing' && !isTried ? undefined : text.faults[fault];
  return (
    <Field
      type="datetime-local"
      label={text.label}
      hint={isWall(value) ? moments.calendar(value.slice(0, 10)) : undefined}
      error={error}
      aria-required
      min={wallAt(now, timeZone)}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
