import { Field } from '../../design/Field.tsx';
import { Select } from '../../design/Select.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { wallAt } from '../../i18n/wall.ts';
import { useMyself } from '../accounts/session.ts';
import { type Closes, closesAt, closingFault, closings } from './closing.ts';
import styles from './PollFields.module.css';

interface Props {
  value: Closes;
  /// When it is published, if later.
  from?: number | undefined;
  isTried: boolean;
  onChange: (closes: Closes) => void;
}

/// How long people can vote: some days, or until a moment on the organisation's clock.
export function ClosingField({ value: { closing, at }, from = 0, isTried, onChange }: Props) {
  const { pollFields: text, polls } = useLaterText();
  const zone = useMyself()?.time_zone;
  const moments = useMoments();
  const now = useNow();
  const opens = Math.max(now, from);
  const closes = closesAt({ closing, at }, opens, zone);
  const fault = closingFault({ closing, at }, opens, zone);
  const isWrong = fault !== undefined && (isTried || fault !== 'missing');
  const said = (moment: string) => `${polls.closes(moments.due(moment, now), moments.dayKey(moment) === moments.dayKey(now))}.`;
  const hint = closes === undefined || isWrong ? undefined : said(new Date(closes).toISOString());
  return (
    <div className={styles.closing}>
      <Select
        label={text.closing}
        hint={closing === 'own' ? undefined : hint}
        value={closing}
        choices={closings.map((each) => [each, text.closings[each]] as const)}
        onChange={(next) => {
          // Whoever chooses a moment begins where the span would have ended.
          const begun = closing === 'own' || closes === undefined ? at : wallAt(closes, zone);
          onChange({ closing: next, at: next === 'own' ? begun : at });
        }}
      />
      {closing === 'own' && (
        <Field
          label={text.at}
          hint={hint}
          error={isWrong ? text[fault] : undefined}
          type="datetime-local"
          value={at}
          onChange={({ target }) => onChange({ closing, at: target.value })}
        />
      )}
    </div>
  );
}
