import { Check } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Attendance, CalendarEvent, PostView } from '../../protocol/generated.ts';
import { useHandOver } from '../polls/useHandOver.ts';
import { toggleAttendance } from './attend.ts';
import styles from './Attending.module.css';
import { placesLeft } from './standing.ts';

const answers: readonly Attendance[] = ['yes', 'maybe', 'no'];

interface Props {
  view: PostView;
  event: CalendarEvent;
  /// The choices go, and whoever stands on one of them goes on.
  onGoing: () => void;
}

/// Whether one comes: one tap, and one more on the same takes it back. When all places are taken, whoever does not come yet
/// reads why they cannot say so.
export function Attending({ view, event, onGoing }: Props) {
  const text = useLaterText();
  const { calendar } = text;
  const whyId = useId();
  const part = useRef<HTMLDivElement>(null);
  useHandOver(part, onGoing);
  const { attendance } = view.mine;
  const isFull = attendance !== 'yes' && placesLeft(event) === 0;
  return (
    <div ref={part} className={styles.attending}>
      <div role="group" aria-label={calendar.question} className={styles.choices}>
        {answers.map((each) => {
          const isOff = each === 'yes' && isFull;
          return (
            <Button
              key={each}
              look="quiet"
              className={styles.choice}
              icon={attendance === each && <Check size={18} aria-hidden />}
              aria-pressed={attendance === each}
              aria-disabled={isOff}
              aria-describedby={isOff ? whyId : undefined}
              data-repeats
              onClick={() => toggleAttendance(view, each, text)}
            >
              {calendar.answers[each]}
            </Button>
          );
        })}
      </div>
      {isFull && (
        <p id={whyId} className={styles.why}>
          {calendar.isFull}
        </p>
      )}
    </div>
  );
}
