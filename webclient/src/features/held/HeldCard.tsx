import { Check, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Button } from '../../design/Button.tsx';
import { Time } from '../../design/Time.tsx';
import { complain, say } from '../../design/toast.ts';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { HeldPost } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { Markdown } from '../posts/Markdown.tsx';
import { Place } from '../posts/Place.tsx';
import { PersonalMark, PostAbout } from '../posts/PostAbout.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import styles from './Held.module.css';
import { approve, decline, readHeldAfresh } from './held.ts';

interface Props {
  held: HeldPost;
  position: number;
  size: number;
  /// It is about to leave the list.
  onDecided: () => void;
}

/// One post that waits: all of it, for nobody approves what they have not read.
export function HeldCard({ held: { post, since }, position, size, onDecided }: Props) {
  const text = useLaterText();
  const titleId = useId();
  const author = usePerson(post.author);
  const job = useJob(author);
  const name = author?.name ?? text.post.unknownAuthor;
  const [isDeclining, setDeclining] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const decide = async (act: () => Promise<void>, done: string) => {
    if (isBusy) return;
    setBusy(true);
    try {
      await act();
      say(done);
      onDecided();
    } catch (error) {
      complain(whyNot(error, name, text));
      readHeldAfresh(post.group);
    }
    setBusy(false);
  };

  return (
    <article
      className={styles.card}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the way into the feed; j and k walk on
      tabIndex={position === 1 ? 0 : -1}
      aria-labelledby={titleId}
      aria-posinset={position}
      aria-setsize={size}
      aria-busy={isBusy}
    >
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
      <Markdown blocks={post.blocks} />
      <footer className={styles.actions}>
        <Button
          icon={<X size={18} aria-hidden />}
          aria-label={text.held.declineOf(name)}
          aria-disabled={isBusy}
          onClick={() => {
            setDeclining(true);
          }}
        >
          {text.held.decline}
        </Button>
        <Button
          look="primary"
          icon={<Check size={18} aria-hidden />}
          aria-label={text.held.approveOf(name)}
          aria-disabled={isBusy}
          onClick={() => void decide(() => approve(post), text.held.approved(name))}
        >
          {text.held.approve}
        </Button>
      </footer>
      {isDeclining && (
        <DeclineDialog
          name={name}
          onSend={(reason) => void decide(() => decline(post, reason), text.held.declined(name))}
          onClose={() => {
            setDeclining(false);
          }}
        />
      )}
    </article>
  );
}

/// Somebody else was faster, the author changed it meanwhile, or may not be read there any more.
function whyNot(error: unknown, name: string, text: AllWords): string {
  if (hasCode(error, 'stale_version')) return text.held.changedMeanwhile(name);
  if (hasCode(error, 'conflict')) return error.field === 'author' ? text.held.authorGone(name) : text.held.decidedMeanwhile;
  if (hasCode(error, 'not_found')) return text.held.gone;
  return text.errors[errorKey(error)];
}
