import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import styles from './EditedMark.module.css';
import type { Edited } from './versions.ts';

const VersionsDialog = lazy(async () => ({ default: (await import('./VersionsDialog.tsx')).VersionsDialog }));

/// That it is not what it was at first; when, on hover, and what it said before, for whoever asks.
export function EditedMark({ at, of }: { at: string | undefined; of: Edited }) {
  const text = useText();
  const moments = useMoments();
  const [isOpen, setOpen] = useState(false);
  if (at === undefined) return null;
  return (
    <>
      <button
        type="button"
        className={styles.mark}
        title={text.post.editedAt(moments.exact(at))}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {text.post.edited}
      </button>
      {isOpen && (
        <Suspense>
          <VersionsDialog
            edited={of}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
