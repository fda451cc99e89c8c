import { Check, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { liveStatus } from '../live/live.ts';
import { useStore } from '../state/store.ts';
import styles from './ConnectionBanner.module.css';

const backShown = 3_000;
/// A break shorter than this, as when a server restarts, is nobody's concern.
const patience = 1_200;

type Shown = 'nothing' | 'lost' | 'back';

/// Says quietly that the page stands still, and that it is whole again.
export function ConnectionBanner() {
  const text = useText();
  const shown = useShown();
  return (
    <div role="status" className={styles.banner} data-shown={shown}>
      {shown !== 'nothing' && (
        <p>
          {shown === 'lost' ? <WifiOff size={16} aria-hidden /> : <Check size={16} aria-hidden />}
          {shown === 'lost' ? text.connection.lost : text.connection.back}
        </p>
      )}
    </div>
  );
}

function useShown(): Shown {
  const isLost = useStore(liveStatus, (status) => status === 'lost');
  const [shown, setShown] = useState<Shown>('nothing');
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setShown((before) => (isLost ? 'lost' : before === 'lost' ? 'back' : before));
      },
      isLost ? patience : 0,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [isLost]);
  useEffect(() => {
    if (shown !== 'back') return;
    const timer = setTimeout(() => {
      setShown('nothing');
    }, backShown);
    return () => {
      clearTimeout(timer);
    };
  }, [shown]);
  return shown;
}
