import { Building2 } from 'lucide-react';
import { useId } from 'react';
import type { Idea, PostView } from '../../protocol/generated.ts';
import { DecideButton } from './DecideButton.tsx';
import { EarlierSteps } from './EarlierSteps.tsx';
import styles from './Progress.module.css';
import { Said } from './Said.tsx';
import { isEnded } from './status.ts';
import { StatusMark } from './StatusMark.tsx';
import { useWhoDecides } from './useIdea.ts';

interface Props {
  view: PostView;
  idea: Idea;
}

/// How far an idea has come, and what was said last; on demand all that came before. Before anybody has heard it, who is to.
export function Progress({ view, idea }: Props) {
  const titleId = useId();
  const whoDecides = useWhoDecides(idea);
  const last = idea.steps.at(-1);
  return (
    <section className={styles.progress} aria-labelledby={titleId} data-status={last?.status}>
      <h3 id={titleId} className={styles.title}>
        {last ? (
          <StatusMark status={last.status} />
        ) : (
          <>
            <Building2 size={16} aria-hidden className={styles.icon} />
            {whoDecides}
          </>
        )}
      </h3>
      {last && <Said step={last} />}
      {last && !isEnded(idea) && <p className={styles.decides}>{whoDecides}</p>}
      <div className={styles.buttons}>
        <DecideButton view={view} idea={idea} />
        <EarlierSteps steps={idea.steps.slice(0, -1)} />
      </div>
    </section>
  );
}
