import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
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
}

/// A few of those who come, and all of them when one asks.
export function WhoComes({ view, event }: Props) {
  const { calendar } = useLaterText();
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
          {calendar.whoComes}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <WhoComesDialog post={view.post.id} event={event} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/// Asked for once the card is in view, and not again for everyone who comes: oneself comes and goes at once.
function useFaces({ post, mine }: PostView, { coming }: CalendarEvent, isInView: boolean): PersonId[] {
  const me = useMyself()?.person.id;
  const { data } = useQuery({ ...attendancesQuery(post.id), enabled: isInView && coming > 0 });
  const others = data?.coming.filter((each) => each !== me) ?? [];
  const own = data && me !== undefined && mine.attendance === 'yes' ? [me] : [];
  return [...own, ...others].slice(0, Math.min(coming, mostFaces));
}

function Face({ id }: { id: PersonId }) {
  const { post } = useLaterText();
  const person = usePerson(id);
  return <Avatar id={id} name={person?.name ?? post.unknownAuthor} colour={person?.colour} size="small" />;
}
