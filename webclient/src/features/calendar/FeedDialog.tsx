import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm, Dialog } from '../../design/Dialog.tsx';
import form from '../../design/DialogForm.module.css';
import { ShownOnce } from '../../design/ShownOnce.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { CalendarFeed } from '../../protocol/generated.ts';
import { attempt } from '../joining/attempt.ts';
import { useHandOver } from '../polls/useHandOver.ts';
import { calendarFeedQuery, endFeed, makeFeed } from './feed.ts';

/// The secret address at which calendars elsewhere read what one comes to: what it tells, how they read it, since when there is one, and made,
/// made anew or ended.
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const text = useLaterText();
  const words = text.calendar.feed;
  const feed = useQuery(calendarFeedQuery);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={form.form}>
        <p>{words.how}</p>
        <p>{words.subscribe}</p>
        <p>{words.beware}</p>
        {feed.isPending && <Skeleton kind="rows" />}
        {feed.isLoadingError && <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />}
        {feed.data && <Address feed={feed.data} />}
      </div>
    </Dialog>
  );
}

/// One button makes it, the first time and later, so that whoever pressed it stays where they are.
function Address({ feed: { since } }: { feed: CalendarFeed }) {
  const text = useLaterText();
  const words = text.calendar.feed;
  const moments = useMoments();
  const maker = useRef<HTMLButtonElement>(null);
  const [made, setMade] = useState<string>();
  const [asking, setAsking] = useState<'another' | 'end'>();
  const isThere = since !== undefined;
  const make = async () => {
    const address = await attempt(text, makeFeed);
    if (address !== undefined) setMade(address);
  };
  const end = async () => {
    const isEnded = await attempt(text, () => endFeed().then(() => true), () => words.ended);
    if (isEnded) setMade(undefined);
  };
  return (
    <>
      {made !== undefined && (
        <ShownOnce address={made} hint={words.once} copy={words.copy} copied={words.copied} copyFailed={words.copyFailed} />
      )}
      {isThere && made === undefined && <p>{words.since(moments.date(since))}</p>}
      <footer className={form.answers}>
        {isThere && <EndButton onGoing={() => maker.current?.focus()} onClick={() => setAsking('end')} />}
        <Button ref={maker} look={isThere ? 'secondary' : 'primary'} onClick={isThere ? () => setAsking('another') : make}>
          {isThere ? words.makeAnother : words.make}
        </Button>
      </footer>
      {asking === 'another' && (
        <Confirm title={words.askAnother} action={words.makeAnother} onConfirm={() => void make()} onClose={() => setAsking(undefined)}>
          {words.anotherStops}
        </Confirm>
      )}
      {asking === 'end' && (
        <Confirm title={words.askEnd} action={words.end} onConfirm={() => void end()} onClose={() => setAsking(undefined)}>
          {words.endStops}
        </Confirm>
      )}
    </>
  );
}

function EndButton({ onGoing, onClick }: { onGoing: () => void; onClick: () => void }) {
  const { feed } = useLaterText().calendar;
  const part = useRef<HTMLSpanElement>(null);
  useHandOver(part, onGoing);
  return (
    <span ref={part}>
      <Button look="quiet" onClick={onClick}>
        {feed.end}
      </Button>
    </span>
  );
}
