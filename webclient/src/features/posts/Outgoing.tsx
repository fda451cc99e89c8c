import { Button } from '../../design/Button.tsx';
import { Reference } from '../../design/States.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import type { Catalogue } from '../../i18n/nl.ts';
import { errorKey, hasCode, OfflineError } from '../../protocol/errors.ts';
import type { NewPraise, Person } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { plainOf } from '../mentions/source.ts';
import { Closes } from '../polls/Closes.tsx';
import { PollTerms } from '../polls/PollTerms.tsx';
import { useGone } from '../praise/gone.ts';
import { PraisedBand } from '../praise/PraisedBand.tsx';
import type { NewsScope } from './feed.ts';
import { KindMark } from './KindMark.tsx';
import styles from './Outgoing.module.css';
import { askWithoutTarget, discard, kindOf, type Outgoing, outbox, pollForAWeek, postAsUpdate, praiseWithout, retry } from './outbox.ts';

/// Own posts that have not arrived yet, where they will stand.
export function OutgoingPosts({ scope }: { scope: NewsScope }) {
  const all = useStore(outbox);
  const text = useText();
  const here = all.filter((outgoing) => isIn(outgoing, scope)).toReversed();
  return (
    <div role="status" className={styles.list}>
      {here.map((outgoing) => (
        <div key={outgoing.request.client_id} className={styles.card} data-state={outgoing.state}>
          <KindMark kind={kindOf(outgoing.request)} />
          {outgoing.request.praise && (
            <div className={styles.praised}>
              <PraisedBand people={outgoing.request.praise.people} />
            </div>
          )}
          <p className={styles.body}>{plainOf(outgoing.request.body)}</p>
          {outgoing.request.poll && (
            <div className={styles.terms}>
              <PollTerms poll={outgoing.request.poll}>
                <Closes poll={outgoing.request.poll} />
              </PollTerms>
            </div>
          )}
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
  const now = useNow();
  const { error } = outgoing;
  const gone = useGone(outgoing.request.praise);
  const { why, action, run } = wayOn(outgoing, gone, now, text);
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
            run(outgoing);
          }}
        >
          {action}
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

interface WayOn {
  why: string;
  action: string;
  run: (outgoing: Outgoing) => void;
}

/// What to do with a post that was refused: the same again, unless that would be refused again.
function wayOn({ request: { poll, praise }, error }: Outgoing, gone: readonly Person[], now: number, text: Catalogue): WayOn {
  if (hasCode(error, 'not_found') && error.field === 'question') {
    return { why: text.questions.targetGone, action: text.questions.withoutTarget, run: askWithoutTarget };
  }
  if (hasCode(error, 'invalid_request') && poll && Date.parse(poll.closes_at) <= now) {
    return { why: text.polls.isLate, action: text.polls.aWeekMore, run: pollForAWeek };
  }
  if (praise && hasCode(error, 'not_found') && error.field === 'praise') return wayOnOf(praise, gone, text);
  if (praise && hasCode(error, 'invalid_request')) {
    return { why: text.praise.notPossible, action: text.praise.asUpdate, run: postAsUpdate };
  }
  return { why: text.errors[errorKey(error)], action: text.app.retry, run: retry };
}

/// Of praise for people of whom these have left.
function wayOnOf({ people }: NewPraise, gone: readonly Person[], text: Catalogue): WayOn {
  const why = gone.length > 0 ? text.praise.gone(gone.map(({ name }) => name)) : text.praise.somebodyGone;
  const left = people.length - gone.length;
  if (gone.length === 0 || left === 0) return { why, action: text.praise.asUpdate, run: postAsUpdate };
  const ids = gone.map(({ id }) => id);
  return { why, action: text.praise.forOthers(left), run: (outgoing) => praiseWithout(ids, outgoing) };
}

function isIn({ request, group }: Outgoing, scope: NewsScope): boolean {
  if (scope.kind === 'home') return scope.part === 'unread';
  return scope.kind === 'tab' ? request.tab === scope.tab : group === scope.group;
}
