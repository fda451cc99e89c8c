import { Check, ThumbsUp } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Idea, PostView } from '../../protocol/generated.ts';
import { useIsArchived } from '../groups/groups.ts';
import styles from './Wanting.module.css';
import { toggleVote } from './vote.ts';
import { WhoWants } from './WhoWants.tsx';

interface Props {
  view: PostView;
  idea: Idea;
}

/// "Dit wil ik ook": one tap, and one more takes it back. What is done or declined says why it cannot be pressed.
export function Wanting({ view, idea: { votes, status } }: Props) {
  const text = useLaterText();
  const { ideas } = text;
  const whyId = useId();
  const isArchived = useIsArchived(view.post.group);
  const why = status === 'done' || status === 'declined' ? ideas.ended[status] : undefined;
  const { wanted } = view.mine;
  return (
    <div className={styles.wanting}>
      {!isArchived && (
        <Button
          className={styles.want}
          icon={wanted ? <Check size={18} aria-hidden /> : <ThumbsUp size={18} aria-hidden />}
          aria-pressed={wanted}
          aria-disabled={why !== undefined}
          aria-describedby={why === undefined ? undefined : whyId}
          data-repeats
          onClick={() => toggleVote(view, text)}
        >
          {ideas.want}
          {votes > 0 && (
            <span className={styles.count}>
              {ideas.votes(votes)} <span className="hidden-visually">{ideas.people(votes)}</span>
            </span>
          )}
        </Button>
      )}
      {(isArchived || votes === 0) && <p className={styles.words}>{ideas.wantedBy(votes)}</p>}
      {votes > 0 && <WhoWants post={view.post.id} />}
      {!isArchived && why !== undefined && (
        <p id={whyId} className={styles.why}>
          {why}
        </p>
      )}
    </div>
  );
}
