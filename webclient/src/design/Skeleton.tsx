import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import styles from './Skeleton.module.css';

const patience = 300;

/// What is to come, in outline. Most answers are faster than this: nothing flickers for them.
export function Skeleton({ kind = 'posts' }: { kind?: 'posts' | 'rows' | 'page' }) {
  const text = useText();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, patience);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" className={styles.skeleton} data-kind={kind} data-late={isLate || undefined}>
      <span className="hidden-visually">{isLate ? text.app.loading : ''}</span>
      {isLate && [1, 2, 3].map((n) => <Outline key={n} />)}
    </div>
  );
}

const Outline = () => (
  <div className={styles.outline} aria-hidden="true">
    <span className={styles.tile} />
    <span className={styles.lines}>
      <span />
      <span />
      <span />
    </span>
  </div>
);
