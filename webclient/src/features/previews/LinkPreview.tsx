import { useQuery } from '@tanstack/react-query';
import { Globe, X } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { filledIn } from '../../protocol/client.ts';
import { files, type LinkPreview as Preview, type PostId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { useIsInView } from '../posts/useIsInView.ts';
import { hidePreview, showPreview, useIsHidden } from './hidden.ts';
import styles from './LinkPreview.module.css';
import { isPage } from './outside.ts';
import { previewQuery } from './previews.ts';

/// As far as the reader still has to come: then it is there before they are, mostly.
const near = '100% 0px';
/// In the window or below it, however far.
const toCome = '0px 0px 1000000px';

/// What the page says of itself that a post links to. No room is kept, since most links have none: it is asked for before
/// one comes to it, and what comes later comes only where it pushes nothing away above: in sight or below, never in what one
/// has passed.
export function LinkPreview({ post, url }: { post: PostId; url: string }) {
  const isHidden = useIsHidden(post);
  const place = useRef<HTMLDivElement>(null);
  const [nearRef, isNear] = useIsInView(false, near);
  const [toComeRef, isToCome] = useIsInView(false, toCome);
  const [wasNear, setWasNear] = useState(false);
  // What was here before is here at once: so the page is as long as it was.
  const [isDrawn, setDrawn] = useState(() => queries.getQueryData(previewQuery(post, url).queryKey) !== undefined);
  if (isNear && !wasNear) setWasNear(true);
  const { data } = useQuery({ ...previewQuery(post, url), enabled: (isNear || wasNear) && !isHidden });
  if (data && isToCome && !isDrawn) setDrawn(true);
  const hide = () => {
    hidePreview(post);
    place.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      <div ref={nearRef} />
      <div ref={toComeRef} />
      {data && isDrawn && !isHidden && isPage(data.url) && (
        <Suspense>
          <Card post={post} preview={data} onHide={hide} />
        </Suspense>
      )}
    </div>
  );
}

interface CardProps {
  post: PostId;
  preview: Preview;
  onHide: () => void;
}

function Card({ post, preview: { url, site, title, description, has_image: hasImage }, onHide }: CardProps) {
  const text = useLaterText();
  const hide = () => {
    onHide();
    say(text.previews.hidden, { label: text.post.undo, run: () => showPreview(post) });
  };
  return (
    <div className={styles.card}>
      <a href={url} target="_blank" rel="noopener noreferrer" className={styles.link}>
        {hasImage && <Image post={post} />}
        <span className={styles.words}>
          <span className={styles.title} dir="auto">{title}</span>{' '}
          {description !== undefined && <span className={styles.description} dir="auto">{description}</span>}{' '}
          <span className={styles.site}>{site}</span>
        </span>
      </a>
      <button type="button" className={iconButtonClass} aria-label={text.previews.hide} title={text.previews.hide} onClick={hide}>
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}

/// From this server: who reads is not told to anybody outside. Its room stays, also when it does not come.
function Image({ post }: { post: PostId }) {
  const [isMissing, setMissing] = useState(false);
  return (
    <span className={styles.picture}>
      {isMissing ? (
        <Globe size={24} aria-hidden />
      ) : (
        <img src={filledIn(files.getLinkPreviewImage, { post })} alt="" loading="lazy" decoding="async" onError={() => setMissing(true)} />
      )}
    </span>
  );
}
