import { lazy, Suspense } from 'react';
import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { ApiError, hasCode } from '../../protocol/errors.ts';
import { useStore } from '../../state/store.ts';
import { EventTerms } from '../calendar/EventTerms.tsx';
import { plainOf } from '../mentions/source.ts';
import { NewsTerms } from '../news/NewsTerms.tsx';
import { splitNews } from '../news/source.ts';
import { Closes } from '../polls/Closes.tsx';
import { PollTerms } from '../polls/PollTerms.tsx';
import { useGone } from '../praise/gone.ts';
import { PraisedBand } from '../praise/PraisedBand.tsx';
import { ConfidentialMark } from '../questions/ConfidentialMark.tsx';
import type { NewsScope } from './feed.ts';
import { KindMark } from './KindMark.tsx';
import { kindOf, type Outgoing, outbox } from './outbox.ts';
import styles from './Outgoing.module.css';
import { splitTitled } from '../titles/titledSource.ts';
import { wayOn } from './wayOn.ts';
import { WaysOn } from './WaysOn.tsx';

const RefusedConfidential = lazy(async () => ({ default: (await import('../questions/RefusedConfidential.tsx')).RefusedConfidential }));
const RefusedEvent = lazy(async () => ({ default: (await import('../calendar/RefusedEvent.tsx')).RefusedEvent }));
const RefusedSchedule = lazy(async () => ({ default: (await import('../scheduled/RefusedSchedule.tsx')).RefusedSchedule }));
const RefusedNews = lazy(async () => ({ default: (await import('../news/RefusedNews.tsx')).RefusedNews }));

/// Own posts that have not arrived yet, where they will stand.
export function OutgoingPosts({ scope }: { scope: NewsScope }) {
  const all = useStore(outbox);
  const text = useText();
  const here = all.filter((outgoing) => goesTo(outgoing, scope)).toReversed();
  return (
    <div role="status" className={styles.list}>
      {here.map((outgoing) => (
        <div key={outgoing.request.client_id} className={styles.card} data-state={outgoing.state} data-confidential={outgoing.request.confidential}>
          {outgoing.request.confidential ? <ConfidentialMark /> : <KindMark kind={kindOf(outgoing.request)} />}
          {outgoing.request.praise && (
            <div className={styles.praised}>
              <PraisedBand people={outgoing.request.praise.people} />
            </div>
          )}
          <Words request={outgoing.request} />
          {outgoing.request.translation && <Translated {...outgoing} />}
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
          {outgoing.request.event && (
            <div className={styles.terms}>
              <EventTerms plan={outgoing.request.event} />
            </div>
          )}
          {outgoing.state === 'failed' ? (
            <Failed outgoing={outgoing} />
          ) : (
            <p className={styles.state}>
              {outgoing.error !== undefined ? text.post.tooFast : outgoing.request.publish_at === undefined ? text.post.sending : text.scheduling.sending}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

/// As they were written; a title stands above them.
function Words({ request: { body, news, event } }: { request: Pick<Outgoing['request'], 'body' | 'news' | 'event'> }) {
  const source = news ? splitNews(body) : event && splitTitled(body);
  const words = source ? ['lead' in source && source.lead, source.text].filter(Boolean).join('\n\n') : body;
  return (
    <>
      {source && <p className={styles.title}>{plainOf(source.title)}</p>}
      {words !== '' && <p className={styles.body}>{plainOf(words)}</p>}
    </>
  );
}

/// The same in the other language.
function Translated({ request: { translation, ...others } }: Pick<Outgoing, 'request'>) {
  const { translations: text } = useText();
  if (!translation) return null;
  return (
    <div className={styles.terms}>
      <p className={styles.state}>{text.in[translation.language]}</p>
      <div lang={translation.language}>
        <Words request={{ ...others, body: translation.body }} />
      </div>
    </div>
  );
}

/// Why news, an event or a confidential question was refused, their own words say, which come when they are needed: then there is a connection.
function Failed({ outgoing }: { outgoing: Outgoing }) {
  const text = useText();
  const now = useNow();
  const { confidential, praise, news, event, publish_at: publishAt } = outgoing.request;
  const gone = useGone(praise);
  if (publishAt !== undefined && isAboutTime(outgoing.error)) return <Suspense><RefusedSchedule outgoing={outgoing} /></Suspense>;
  if ((news || event) && outgoing.error instanceof ApiError) {
    return <Suspense>{event ? <RefusedEvent outgoing={outgoing} plan={event} /> : <RefusedNews outgoing={outgoing} />}</Suspense>;
  }
  if (confidential && outgoing.error instanceof ApiError) {
    return (
      <Suspense>
        <RefusedConfidential outgoing={outgoing} />
      </Suspense>
    );
  }
  return <WaysOn outgoing={outgoing} {...wayOn(outgoing, gone, now, text)} />;
}

/// The moment cannot be, or too many wait for theirs.
const isAboutTime = (error: unknown): boolean =>
  hasCode(error, 'full') || (hasCode(error, 'invalid_request') && error.field === '$.publish_at');

export function goesTo({ request, group }: Outgoing, scope: NewsScope): boolean {
  if (scope.kind === 'home') return scope.part === 'unread';
  return scope.kind === 'tab' ? request.tab === scope.tab : group === scope.group;
}
