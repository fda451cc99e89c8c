import { Check, X } from 'lucide-react';
import { useId } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Button } from '../../design/Button.tsx';
import { Time } from '../../design/Time.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { HeldPost } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { Place } from '../posts/Place.tsx';
import { PersonalMark, PostAbout } from '../posts/PostAbout.tsx';
import { PraisedBand } from '../praise/PraisedBand.tsx';
import { BothTexts } from '../translations/BothTexts.tsx';
import styles from './Held.module.css';
import { approve } from './held.ts';
import { HeldEvent } from './HeldEvent.tsx';
import { HeldNews } from './HeldNews.tsx';
import { HeldPoll } from './HeldPoll.tsx';
import { HeldType } from './HeldType.tsx';
import { useDecide } from './useDecide.ts';

interface Props {
  held: HeldPost;
  position: number;
  size: number;
  onDecline: () => void;
  /// It is about to leave the list.
  onDecided: () => void;
}

/// One post that waits: all of it, for nobody approves what they have not read.
export function HeldCard({ held, position, size, onDecline, onDecided }: Props) {
  const { post, since } = held;
  const text = useLaterText();
  const titleId = useId();
  const author = usePerson(post.author);
  const job = useJob(author);
  const name = author?.name ?? text.post.unknownAuthor;
  const { isBusy, decide } = useDecide(post, name);
  const onApprove = async () => {
    if (await decide(() => approve(post), text.held.approved(name))) onDecided();
  };

  return (
    <article
      className={styles.card}
      data-held={post.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the way into the feed; j and k walk on
      tabIndex={position === 1 ? 0 : -1}
      aria-labelledby={titleId}
      aria-posinset={position}
      aria-setsize={size}
      aria-busy={isBusy}
    >
      <HeldType held={held} />
      <header className={styles.author}>
        <Avatar id={post.author} name={name} colour={author?.colour} />
        <div className={styles.who}>
          <h2 id={titleId}>
            <PersonName person={author} otherwise={name} />
          </h2>
          <PostAbout>
            {job && <span>{job}</span>}
            <Time at={since} />
            <Place post={post} places="tab" />
            {post.mark === 'personal' && <PersonalMark />}
          </PostAbout>
        </div>
      </header>
      {post.praised && <PraisedBand people={post.praised} />}
      <HeldNews held={held} />
      <BothTexts post={post} />
      <HeldPoll held={held} />
      <HeldEvent held={held} />
      <footer className={styles.actions}>
        <Button
          icon={<X size={18} aria-hidden />}
          aria-label={text.held.declineOf(name)}
          aria-disabled={isBusy}
          onClick={onDecline}
        >
          {text.held.decline}
        </Button>
        <Button
          look="primary"
          icon={<Check size={18} aria-hidden />}
          aria-label={text.held.approveOf(name)}
          aria-disabled={isBusy}
          onClick={onApprove}
        >
          {text.held.approve}
        </Button>
      </footer>
    </article>
  );
}
