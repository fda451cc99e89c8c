import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { IdeaStep } from '../../protocol/generated.ts';
import styles from './Progress.module.css';
import { Said } from './Said.tsx';
import { StatusMark } from './StatusMark.tsx';

/// The way an idea went before, the newest first, for who wants to know.
export function EarlierSteps({ steps }: { steps: readonly IdeaStep[] }) {
  const { ideas } = useLaterText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (steps.length === 0) return null;
  const words = ideas.earlier(steps.length);
  return (
    <>
      <Button
        look="quiet"
        className={styles.earlier}
        icon={<ChevronDown size={16} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
      </Button>
      {isOpen && (
        <ol id={id} role="list" reversed aria-label={words} className={styles.steps}>
          {steps.toReversed().map((step) => (
            <li key={step.at} className={styles.step}>
              <StatusMark status={step.status} />
              <Said step={step} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
