import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { useCommand } from '../../state/commands.ts';
import { ComposerLine } from '../posts/Composer.tsx';
import { placesToPost } from './home.ts';
import styles from './Write.module.css';

const WhereDialog = lazy(async () => ({ default: (await import('./WhereDialog.tsx')).WhereDialog }));

/// Writing begins with where: Home is no place itself. On a phone the bottom bar has the button for it.
export function Write({ groups }: { groups: readonly GroupView[] }) {
  const places = placesToPost(groups);
  return places.length === 0 ? null : <Offer places={places} />;
}

function Offer({ places }: { places: ReturnType<typeof placesToPost> }) {
  const text = useText();
  const [isChoosing, setChoosing] = useState(false);
  const choose = () => {
    setChoosing(true);
    return true;
  };
  useCommand('compose', choose);
  return (
    <div className={styles.write}>
      <ComposerLine onOpen={choose}>{text.home.write}</ComposerLine>
      {isChoosing && (
        <Suspense>
          <WhereDialog places={places} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </div>
  );
}
