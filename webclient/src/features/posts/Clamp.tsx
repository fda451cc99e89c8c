import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import styles from './Clamp.module.css';

/// So many more are shown rather than hidden behind a button.
const grace = 2;
const lineHeight = 24;

/// Cuts what is long, and shows the rest on demand, or when the focus comes to a link in the hidden part.
export function Clamp({ lines = 8, children }: { lines?: number; children: ReactNode }) {
  const text = useText();
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState<boolean>();
  const [isOpen, setOpen] = useState(false);

  // The browser tells the height once it draws the post. Asking for it would have the whole page laid out, for each post
  // that comes.
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const observer = new ResizeObserver((sizes) => {
      setLong((sizes.at(-1)?.contentRect.height ?? 0) > (lines + grace) * lineHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [lines]);

  return (
    <>
      <div
        className={styles.clamp}
        style={isOpen || isLong === false ? {} : { maxHeight: `${String((isLong ? lines : lines + grace) * 1.5)}rem` }}
        data-cut={isOpen || isLong === false ? undefined : isLong === undefined ? 'unknown' : 'long'}
        onFocus={({ target, currentTarget }) => {
          if (target.getBoundingClientRect().bottom > currentTarget.getBoundingClientRect().bottom) setOpen(true);
        }}
      >
        <div ref={content} id={id}>
          {children}
        </div>
      </div>
      {isLong && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? text.post.less : text.post.more}
        </button>
      )}
    </>
  );
}
