import { memo } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';
import { usePerson } from '../people/people.ts';
import { useSaid } from '../translations/chosen.ts';
import styles from './Feed.module.css';

/// What a search in the page finds of it, in letters.
const most = 2_000;

interface Props {
  view: PostView;
  isUnread: boolean;
  /// Names the article that it stands in.
  titleId: string;
}

/// A post that is far from the window: who, and the words.
export const FarCard = memo(function FarCard({ view: { post }, isUnread, titleId }: Props) {
  const text = useText();
  const author = usePerson(post.author);
  const { blocks, lang } = useSaid(post);
  return (
    <div className={styles.far}>
      <h2 id={titleId}>
        {isUnread && <span className="hidden-visually">{text.post.unread}: </span>}
        {author?.name ?? text.post.unknownAuthor}
      </h2>
      <p lang={lang}>{beginningOf(blocks, most)}</p>
    </div>
  );
});
