import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { CalendarEvent, PersonId, PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { usePerson } from '../people/people.ts';
import { useIsInView } from '../posts/useIsInView.ts';
import { attendancesQuery } from './attendances.ts';
import styles from './WhoComes.module.css';

const WhoComesDialog = lazy(async () => ({ default: (await import('./WhoComesDialog.tsx')).WhoComesDialog }));

/// So many of those who come are seen at a glance.
const mostFaces = 5;

interface Props {
  view: PostView;
  event: CalendarEvent;
  /// Over or cancelled: nobody comes any more.
  hasEnded: boolean;
}

/// A few of those who come, and all of them when one asks.
export function WhoComes({ view, event, hasEnded }: Props) {
  const { calendar } = useLaterText();
  const title = hasEnded ? calendar.whoWouldCome : calendar.whoComes;
  const [isOpen, setOpen] = useState(false);
  const [button, isInView] = useIsInView(false);
  const faces = useFaces(view, event, isInView);
  return (
    <>
      {event.coming + event.maybe > 0 && (
        <Button ref={button} look="quiet" className={styles.who} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {faces.length > 0 && (
            <span className={styles.faces}>
              {faces.map((id) => (
                <Face key={id} id={id} />
              ))}
            </span>
          )}
          {title}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <WhoComesDialog title={title} post={view.post.id} event={event} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/// Asked for once the card is in view, and again when others come or go, but not for each of them: oneself comes and goes at once.
function useFaces({ post, mine }: PostView, { coming }: CalendarEvent, isInView: boolean): PersonId[] {
  const me = useMyself()?.person.id;
  const isWanted = isInView && coming > 0;
  const { data, refetch } = useQuery({ ...attendancesQuery(post.id), enabled: isWanted });
  useWhenChanged(coming - Number(mine.attendance === 'yes'), isWanted, () => void refetch());
  const others = data?.coming.filter((each) => each !== me) ?? [];
  const own = data && me !== undefined && mine.attendance === 'yes' ? [me] : [];
  return [...own, ...others].slice(0, Math.min(coming, mostFaces));
}

/// Everyone who looks asks, so not all at once; and nobody more often than this.
const spread = 1_000;

/// Reads again when the number is another one than at the last read.
function useWhenChanged(number: number, isWanted: boolean, read: () => void): void {
  const [readAt, setReadAt] = useState<number>();
  if (isWanted && readAt === undefined) setReadAt(number);
  const isOutdated = isWanted && readAt !== undefined && readAt !== number;
  const readAgain = useEffectEvent(() => {
    setReadAt(number);
    read();
  });
  useEffect(() => {
    if (!isOutdated) return undefined;
    const timer = setTimeout(() => readAgain(), spread * (1 + Math.random()));
    return () => clearTimeout(timer);
  }, [isOutdated]);
}

function Face({ id }: { id: PersonId }) {
  const { post } = useLaterText();
  const person = usePerson(id);
  return <Avatar id={id} name={person?.name ?? post.unknownAuthor} colour={person?.colour} size="small" />;
}
