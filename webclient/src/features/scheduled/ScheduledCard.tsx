import { CalendarClock, CircleX } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { wallAt } from '../../i18n/wall.ts';
import type { ScheduledPost } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { EventTerms } from '../calendar/EventTerms.tsx';
import { useTab } from '../groups/groups.ts';
import { HeldType } from '../held/HeldType.tsx';
import { NewsTerms } from '../news/NewsTerms.tsx';
import { Closes } from '../polls/Closes.tsx';
import { PollTerms } from '../polls/PollTerms.tsx';
import { isTaken } from '../posts/drafts.ts';
import { Clamp } from '../posts/Clamp.tsx';
import { Place } from '../posts/Place.tsx';
import { PersonalMark, PostAbout } from '../posts/PostAbout.tsx';
import { PraisedBand } from '../praise/PraisedBand.tsx';
import { BothTexts } from '../translations/BothTexts.tsx';
import { cancel, publishNow, turnIntoDraft, whatIsOver } from './acts.ts';
import styles from './Scheduled.module.css';
import { ScheduledEditor } from './ScheduledEditor.tsx';
import { useWhenWords } from './useWhenWords.ts';

/// An own post that nobody else knows of yet: when it comes, or why it did not, what it says, and what its author can do.
export function ScheduledCard({ scheduled }: { scheduled: ScheduledPost }) {
  const { post, publish_at: at, failed } = scheduled;
  const text = useLaterText();
  const moments = useMoments();
  const titleId = useId();
  const [isEditing, setEditing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const timeZone = useMyself()?.time_zone;
  const when = useWhenWords()(wallAt(Date.parse(at), timeZone));
  const place = useTab(post.group, post.tab)?.tab;
  const mayPost = place?.may_post ?? false;
  const over = whatIsOver(scheduled, useNow(), text);
  const putAway = () => {
    if (isTaken(post.tab)) setAsking(true);
    else void cancel(scheduled, text);
  };
  const Icon = failed ? CircleX : CalendarClock;
  return (
    <article className={styles.card} data-failed={failed || undefined} aria-labelledby={titleId}>
      <HeldType held={scheduled} />
      <header className={styles.state}>
        <Icon size={18} aria-hidden />
        <h2 id={titleId}>{failed ? text.scheduled.failed : <time dateTime={at} title={moments.exact(at)}>{when}</time>}</h2>
        <PostAbout>
          {failed && <span>{text.scheduled.wasFor(when)}</span>}
          <Place post={post} places="group" />
          {post.mark === 'personal' && <PersonalMark />}
        </PostAbout>
      </header>
      {failed && <p className={styles.why}>{!mayPost ? text.scheduled.whyNotHere : over ?? text.scheduled.why}</p>}
      {post.praised && <PraisedBand people={post.praised} />}
      {isEditing ? (
        <ScheduledEditor scheduled={scheduled} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Clamp>
            <BothTexts post={post} />
          </Clamp>
          <Terms scheduled={scheduled} />
          <div className={styles.actions}>
            {mayPost && <Button onClick={() => setEditing(true)}>{failed ? text.scheduled.anew : text.post.edit}</Button>}
            {mayPost && <Button onClick={() => publishNow(scheduled, text)}>{text.scheduled.now}</Button>}
            {mayPost && failed && <Button onClick={() => turnIntoDraft(scheduled, text)}>{text.scheduled.toDraft}</Button>}
            <Button look="quiet" onClick={putAway}>
              {failed ? text.post.delete : text.scheduled.cancel}
            </Button>
          </div>
        </>
      )}
      {isAsking && (
        <Confirm title={text.scheduled.cancelling.title} action={text.scheduled.cancelling.act} onConfirm={() => void cancel(scheduled, text)} onClose={() => setAsking(false)}>
          {text.scheduled.cancelling.hint(place?.tab.name ?? '')}
        </Confirm>
      )}
    </article>
  );
}

/// What it asks besides its words.
function Terms({ scheduled: { news, poll, event } }: { scheduled: ScheduledPost }) {
  return (
    <>
      {news && <NewsTerms affects={news.affects.map(({ department }) => department)} mustRead={news.must_read} />}
      {poll && (
        <PollTerms poll={poll}>
          <Closes poll={poll} />
        </PollTerms>
      )}
      {event && <EventTerms plan={event} />}
    </>
  );
}
