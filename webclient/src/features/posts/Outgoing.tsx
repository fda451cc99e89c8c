import { Button } from '../../design/Button.tsx';
import { Reference } from '../../design/States.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { OfflineError } from '../../protocol/errors.ts';
import { useStore } from '../../state/store.ts';
import { plainOf } from '../mentions/source.ts';
import { NewsTerms } from '../news/NewsTerms.tsx';
import { useArchived } from '../news/refused.ts';
import { splitNews } from '../news/source.ts';
import { Closes } from '../polls/Closes.tsx';
import { PollTerms } from '../polls/PollTerms.tsx';
import { useGone } from '../praise/gone.ts';
import { PraisedBand } from '../praise/PraisedBand.tsx';
import type { NewsScope } from './feed.ts';
import { KindMark } from './KindMark.tsx';
import styles from './Outgoing.module.css';
import { discard, kindOf, type Outgoing, outbox } from './outbox.ts';
import { wayOn } from './wayOn.ts';

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
          <Words request={outgoing.request} />
          {outgoing.request.poll && (
            <div className={styles.terms}>
              <PollTerms poll={outgoing.request.poll}>
                <Closes poll={outgoing.request.poll} />
              </PollTerms>
            </div>
          )}
          {outgoing.request.news && (
            <div className={styles.terms}>
              <NewsTerms affects={outgoing.request.news.affects} mustRead={outgoing.request.news.must_read} />
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

/// As they were written; of news the title stands above them.
function Words({ request: { body, news } }: Pick<Outgoing, 'request'>) {
  const source = news && splitNews(body);
  const words = source ? [source.lead, source.text].filter(Boolean).join('\n\n') : body;
  return (
    <>
      {source && <p className={styles.title}>{plainOf(source.title)}</p>}
      {words !== '' && <p className={styles.body}>{plainOf(words)}</p>}
    </>
  );
}

function Failed({ outgoing }: { outgoing: Outgoing }) {
  const text = useText();
  const now = useNow();
  const { error } = outgoing;
  const people = useGone(outgoing.request.praise);
  const departments = useArchived(outgoing.request.news);
  const { why, action, run } = wayOn(outgoing, { people, departments }, now, text);
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

function isIn({ request, group }: Outgoing, scope: NewsScope): boolean {
  if (scope.kind === 'home') return scope.part === 'unread';
  return scope.kind === 'tab' ? request.tab === scope.tab : group === scope.group;
}
