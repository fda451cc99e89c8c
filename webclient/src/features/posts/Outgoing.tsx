import { Button } from '../../design/Button.tsx';
import { Reference } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { errorKey, hasCode, OfflineError } from '../../protocol/errors.ts';
import { useStore } from '../../state/store.ts';
import { QuestionType } from '../questions/QuestionType.tsx';
import type { NewsScope } from './feed.ts';
import styles from './Outgoing.module.css';
import { askWithoutTarget, discard, kindOf, type Outgoing, outbox, retry } from './outbox.ts';

/// Own posts that have not arrived yet, where they will stand.
export function OutgoingPosts({ scope }: { scope: NewsScope }) {
  const all = useStore(outbox);
  const text = useText();
  const here = all.filter((outgoing) => isIn(outgoing, scope)).toReversed();
  return (
    <div role="status" className={styles.list}>
      {here.map((outgoing) => (
        <div key={outgoing.request.client_id} className={styles.card} data-state={outgoing.state}>
          {kindOf(outgoing.request) === 'question' && <QuestionType />}
          <p className={styles.body}>{outgoing.request.body}</p>
          {outgoing.state === 'failed' ? (
            <Failed outgoing={outgoing} />
          ) : (
            <p className={styles.state}>{outgoing.error === undefined ? text.post.sending : text.post.tooFast}</p>
          )}
        </div>
      ))}
    </div>
  );
}

function Failed({ outgoing }: { outgoing: Outgoing }) {
  const text = useText();
  const { error } = outgoing;
  const isTargetGone = hasCode(error, 'not_found') && error.field === 'question';
  const why = isTargetGone ? text.questions.targetGone : text.errors[errorKey(error)];
  return (
    <div className={styles.failed}>
      {error instanceof OfflineError ? (
        <p>{text.post.waiting}</p>
      ) : (
        <p className={styles.why}>{`${text.post.failed} ${why}`}</p>
      )}
      <Reference error={error} />
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            if (isTargetGone) askWithoutTarget(outgoing);
            else retry(outgoing);
          }}
        >
          {isTargetGone ? text.questions.withoutTarget : text.app.retry}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            discard(outgoing);
          }}
        >
          {text.post.discard}
        </Button>
      </div>
    </div>
  );
}

function isIn({ request, group }: Outgoing, scope: NewsScope): boolean {
  if (scope.kind === 'home') return scope.part === 'unread';
  return scope.kind === 'tab' ? request.tab === scope.tab : group === scope.group;
}
