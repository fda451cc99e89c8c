import { type ComponentType, useEffect, useState } from 'react';
import { toasts } from './toast.ts';

/// The page itself comes first; then this is at hand, also when the network goes.
const settled = 2000;

/// Where short messages are shown, fetched when the page has been there for a moment or something is said before. What is
/// said meanwhile waits in the queue, and its time begins when it is shown.
export function ToastsHere() {
  const [Toasts, setToasts] = useState<ComponentType>();
  useEffect(() => {
    if (Toasts) return undefined;
    // What failed to come is asked for again with the next message, or with the network.
    const load = () => {
      import('./Toasts.tsx').then((loaded) => loaded.Toasts).then((region) => setToasts(() => region), nothing);
    };
    const timer = setTimeout(load, settled);
    const stopWaiting = toasts.subscribe(load);
    window.addEventListener('online', load);
    if (toasts.visibleToasts.length > 0) load();
    return () => {
      clearTimeout(timer);
      stopWaiting();
      window.removeEventListener('online', load);
    };
  }, [Toasts]);
  return Toasts && <Toasts />;
}

const nothing = () => undefined;
