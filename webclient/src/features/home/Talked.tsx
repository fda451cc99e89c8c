import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CheckCheck, ChevronRight, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { currentReadings, useTab } from '../groups/groups.ts';
import { isUnread } from '../groups/readings.ts';
import { Section } from '../joining/Section.tsx';
import { usePerson } from '../people/people.ts';
import { PostAbout } from '../posts/PostAbout.tsx';
import { feedQuery, readHomeAfresh } from '../posts/queries.ts';
import { useMarkAll } from '../posts/useMarkAll.ts';
import { titleIn } from '../titles/titled.ts';
import { everything } from './home.ts';
import styles from './Talked.module.css';
import { emojiOf, mostTalked, readAllUnread } from './talked.ts';

interface Props {
  without: ReadonlySet<PostId>;
  /// The rest is read.
  onEnd: () => void;
}

/// The last of the way back: what others answered most, and a way past the rest.
export function Talked({ without, onEnd }: Props) {
  const feed = useQuery(feedQuery(everything)).data;
  return feed ? <Known items={feed.pages.flatMap((page) => page.items)} without={without} onEnd={onEnd} /> : null;
}

function Known({ items, without, onEnd }: Props & { items: readonly PostView[] }) {
  const { returning: words } = useLaterText();
  // In the order in which one found them: what comes meanwhile does not move them.
  const [found] = useState(() => mostTalked(items, without).map(({ post }) => post.id));
  const shown = found.flatMap((id) => items.find(({ post }) => post.id === id) ?? []);
  return (
    <div className={styles.place}>
      {shown.length > 0 && (
        <Section title={words.talkedTitle}>
          <ul role="list" className={styles.list}>
            {shown.map((view) => (
              <li key={view.post.id}>
                <Line view={view} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <MarkRest onMarked={onEnd} />
    </div>
  );
}

function Line({ view }: { view: PostView }) {
  const text = useLaterText();
  const { post, thread } = view;
  const author = usePerson(post.author);
  const place = useTab(post.group, post.tab);
  const emoji = emojiOf(view);
  return (
    <Link to="/p/$post" params={{ post: String(post.id) }} className={styles.line}>
      <MessagesSquare size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{titleIn(post.blocks) || text.returning.untitled}</p>
        <PostAbout>
          <span>{author?.name ?? text.post.unknownAuthor}</span>
          {place && <span>{text.home.place(place.group.group.name, place.tab.tab.name)}</span>}
          {thread.comments > 0 && <span>{text.returning.comments(thread.comments)}</span>}
          {emoji > 0 && <span>{text.returning.emoji(emoji)}</span>}
        </PostAbout>
      </div>
      <ChevronRight size={18} aria-hidden className={styles.arrow} />
    </Link>
  );
}

/// What asks something of one stays: it is answered, not read.
function MarkRest({ onMarked }: { onMarked: () => void }) {
  const text = useLaterText();
  const me = useMyself()?.person.id;
  const done = () => {
    readHomeAfresh();
    onMarked();
  };
  const markAll = useMarkAll(done);
  const mark = async () => {
    try {
      const items = await readAllUnread();
      const readings = currentReadings();
      const unread = items.filter(({ post }) => isUnread(post, readings, me));
      // All of it may have been seen by now.
      if (unread.length === 0) done();
      else await markAll(unread);
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  return (
    <Button icon={<CheckCheck size={16} aria-hidden />} className={styles.rest ?? ''} onClick={mark}>
      {text.returning.markRest}
    </Button>
  );
}
