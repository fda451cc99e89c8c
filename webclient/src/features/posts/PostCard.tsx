import { Link } from '@tanstack/react-router';
import { Pin } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Time } from '../../design/Time.tsx';
import { useText } from '../../i18n/text.tsx';
import type { CommentId, PostView } from '../../protocol/generated.ts';
import { KeptMark } from '../bookmarks/KeptMark.tsx';
import { PostTalk } from '../comments/PostTalk.tsx';
import { useJob } from '../departments/departments.ts';
import { asksSomething } from '../news/news.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { PollLine } from '../polls/PollLine.tsx';
import { PollPart } from '../polls/PollPart.tsx';
import { PraisedBand } from '../praise/PraisedBand.tsx';
import { isConfidential } from '../questions/question.ts';
import { QuestionLine } from '../questions/QuestionLine.tsx';
import { EditedMark } from '../versions/EditedMark.tsx';
import { Clamp } from './Clamp.tsx';
import { KindMark } from './KindMark.tsx';
import { Markdown } from './Markdown.tsx';
import { Place, type Places } from './Place.tsx';
import styles from './PostCard.module.css';
import { PersonalMark, PostAbout } from './PostAbout.tsx';
import { PostEditorHere } from './PostEditorHere.tsx';
import { PostMenu } from './PostMenu.tsx';
import { PreviewHere } from '../previews/PreviewHere.tsx';
import { isTitled } from '../titles/titled.ts';
import { TitledText } from '../titles/TitledText.tsx';
import { useSaid } from '../translations/chosen.ts';
import { LanguageLine } from '../translations/LanguageLine.tsx';

const EventPart = lazy(async () => ({ default: (await import('../calendar/EventPart.tsx')).EventPart }));
const IdeaPart = lazy(async () => ({ default: (await import('../ideas/IdeaPart.tsx')).IdeaPart }));
const NewsPart = lazy(async () => ({ default: (await import('../news/NewsPart.tsx')).NewsPart }));

/// A title and a lead take the room of some lines.
const linesWithTitle = 12;

interface Props {
  view: PostView;
  /// What the page does not already say of where the post stands.
  places: Places;
  isUnread?: boolean;
  /// On its own page: the whole body, and all comments.
  isWhole?: boolean;
  /// There, the comment that the address names.
  target?: CommentId | undefined;
  /// Names the article that the card stands in.
  titleId: string;
}

/// One post: who, where, when, and what; and what others say to it.
export const PostCard = memo(function PostCard({ view, places, isUnread = false, isWhole = false, target, titleId }: Props) {
  const text = useText();
  const { post } = view;
  const author = usePerson(post.author);
  const job = useJob(author);
  const [editing, setEditing] = useState<'text' | 'translation'>();
  const name = author?.name ?? text.post.unknownAuthor;
  const hasTitle = isTitled(post.kind);
  const { blocks, lang } = useSaid(post);
  const whole = <div lang={lang}>{hasTitle ? <TitledText blocks={blocks} /> : <Markdown blocks={blocks} />}</div>;
  const body = isWhole ? whole : <Clamp {...(hasTitle && { lines: linesWithTitle })}>{whole}</Clamp>;

  return (
    <div className={styles.card} data-unread={isUnread || undefined} data-confidential={isConfidential(post) || undefined}>
      <div className={styles.types}>
        {post.pinned_at !== undefined && (
          <p className={styles.type}>
            <Pin size={14} aria-hidden />
            {text.pins.pinned}
          </p>
        )}
        {view.question && <QuestionLine question={view.question} author={post.author} />}
        {view.poll && <PollLine poll={view.poll} />}
        {!view.question && !view.poll && <KindMark kind={post.kind} />}
      </div>
      <div className={styles.avatar}>
        <Avatar id={post.author} name={name} colour={author?.colour} />
      </div>
      <header className={styles.header}>
        <div className={styles.who}>
          <h2 id={titleId} className={styles.author}>
            {isUnread && <span className="hidden-visually">{text.post.unread}: </span>}
            <PersonName person={author} otherwise={name} />
          </h2>
          {job && <p className={styles.job}>{job}</p>}
        </div>
        <PostAbout>
          <Link to="/p/$post" params={{ post: String(post.id) }} className={styles.time}>
            <Time at={post.published_at} />
          </Link>
          {post.mark === 'personal' && <PersonalMark />}
          <Place post={post} places={places} />
          <EditedMark at={post.edited_at} of={{ post: post.id }} />
          <KeptMark view={view} />
        </PostAbout>
      </header>
      <div className={styles.menu}>
        <PostMenu
          view={view}
          author={name}
          onEdit={() => {
            setEditing('text');
          }}
          onTranslate={() => {
            setEditing('translation');
          }}
        />
      </div>
      <div className={styles.body}>
        {post.praised && (
          <div className={styles.praised}>
            <PraisedBand people={post.praised} />
          </div>
        )}
        {editing ? (
          <PostEditorHere
            post={post}
            part={editing}
            meanwhile={body}
            onDone={() => {
              setEditing(undefined);
            }}
          />
        ) : (
          <>
            <LanguageLine post={post} />
            {body}
            <PreviewHere post={post} />
          </>
        )}
        {post.kind === 'poll' && <PollPart view={view} />}
        {post.kind === 'news' && (
          <Suspense fallback={view.news && asksSomething(view.news) && <div className={styles.coming} />}>
            <NewsPart view={view} />
          </Suspense>
        )}
        {post.kind === 'idea' && (
          <Suspense fallback={<div className={styles.coming} data-kind="idea" />}>
            <IdeaPart view={view} />
          </Suspense>
        )}
        {post.kind === 'event' && (
          <Suspense fallback={<div className={styles.coming} data-kind="event" />}>
            <EventPart view={view} />
          </Suspense>
        )}
      </div>
      <div className={styles.talk}>
        <PostTalk view={view} author={name} isWhole={isWhole} target={target} />
      </div>
    </div>
  );
});
