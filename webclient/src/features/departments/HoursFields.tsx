import { Plus, X } from 'lucide-react';
import { iconButtonClass } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { OpenInterval, Weekday } from '../../protocol/generated.ts';
import styles from './Form.module.css';
import { weekdays } from './hours.ts';

interface Props {
  hours: readonly OpenInterval[];
  onChange: (hours: OpenInterval[]) => void;
}

const atMostADay = 4;

/// From when to when, for each day of the week.
export function HoursFields({ hours, onChange }: Props) {
  const { departments: text } = useLaterText();
  const setDay = (day: Weekday, intervals: OpenInterval[]) => {
    onChange(weekdays.flatMap((each) => (each === day ? intervals : hours.filter((interval) => interval.day === each))));
  };
  return (
    <fieldset>
      <legend className={styles.legend}>{text.hours}</legend>
      <div className={styles.week}>
        {weekdays.map((day) => (
          <Day
            key={day}
            day={day}
            intervals={hours.filter((interval) => interval.day === day)}
            onChange={(intervals) => {
              setDay(day, intervals);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface DayProps {
  day: Weekday;
  intervals: readonly OpenInterval[];
  onChange: (intervals: OpenInterval[]) => void;
}

function Day({ day, intervals, onChange }: DayProps) {
  const { departments: text } = useLaterText();
  const name = text.days[day];
  const wrong = wrongInterval(intervals);
  const replace = (index: number, change: Partial<OpenInterval>) => {
    onChange(intervals.map((each, at) => (at === index ? { ...each, ...change } : each)));
  };
  const more = intervals.length < atMostADay && (
    <button
      type="button"
      data-repeats
      className={iconButtonClass}
      aria-label={text.addHours(name)}
      onClick={() => {
        onChange([...intervals, proposal(day, intervals.at(-1))]);
      }}
    >
      <Plus size={16} aria-hidden />
    </button>
  );
  return (
    <div className={styles.day} role="group" aria-label={name}>
      <span className={styles.dayName}>{name}</span>
      <div className={styles.intervals}>
        {intervals.map((interval, index) => (
          <div key={index} className={styles.interval}>
            <input
              type="time"
              required
              className={styles.time}
              aria-label={text.opensAt(name)}
              aria-invalid={index === wrong || undefined}
              value={interval.opens}
              onChange={({ target }) => {
                replace(index, { opens: target.value });
              }}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              required
              className={styles.time}
              aria-label={text.closesAt(name)}
              aria-invalid={index === wrong || undefined}
              value={interval.closes === endOfDay ? '00:00' : interval.closes}
              onChange={({ target }) => {
                replace(index, { closes: target.value === '00:00' ? endOfDay : target.value });
              }}
            />
            <button
              type="button"
              data-repeats
              className={iconButtonClass}
              aria-label={text.takeOutHours(name)}
              onClick={() => {
                onChange(intervals.filter((_each, at) => at !== index));
              }}
            >
              <X size={16} aria-hidden />
            </button>
            {index === intervals.length - 1 && more}
          </div>
        ))}
        {intervals.length === 0 && more}
        {wrong !== undefined && <p className={styles.error}>{text.hoursWrong}</p>}
      </div>
    </div>
  );
}

/// A time field has no 24:00: midnight as a closing time is the end of the day.
const endOfDay = '24:00';

const proposal = (day: Weekday, last: OpenInterval | undefined): OpenInterval =>
  last ? { day, opens: last.closes, closes: endOfDay } : { day, opens: '08:30', closes: '17:00' };

/// The first that is not filled in, closes before it opens, or does not follow the one before.
export function wrongInterval(intervals: readonly OpenInterval[]): number | undefined {
  const index = intervals.findIndex(({ opens, closes }, at) => {
    const before = intervals[at - 1]?.closes ?? '';
    return opens === '' || closes === '' || closes <= opens || opens < before;
  });
  return index === -1 ? undefined : index;
}
