import { useBlocker } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { unsavedEditors } from '../state/unsaved.ts';

const load = async () => ({ default: (await import('./Unsaved.tsx')).Unsaved });
const Unsaved = lazy(load);

interface Leaving {
  /// For whatever closes the editor here: Cancel, Esc, a click beside the dialog.
  leave: () => void;
  /// To be drawn.
  question: ReactNode;
}

/// What was filled in is not lost by accident: whoever leaves with changes that are not saved is asked first, also when
/// they go to another page or close the window. Without changes `onLeave` runs at once.
export function useUnsaved(isUnsaved: boolean, onLeave: () => void = nothing): Leaving {
  const [isAsking, setAsking] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: () => isUnsaved,
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  });
  useEffect(() => {
    if (!isUnsaved) return undefined;
    // At hand before it is needed: then there may be no way to the server.
    load().catch(nothing);
    unsavedEditors.update((count) => count + 1);
    return () => {
      unsavedEditors.update((count) => count - 1);
    };
  }, [isUnsaved]);
  const leave = () => {
    if (isUnsaved) setAsking(true);
    else onLeave();
  };
  const stay = () => setAsking(false);
  return {
    leave,
    question: (
      <Suspense>
        {blocker.status === 'blocked' ? (
          <Unsaved onDiscard={blocker.proceed} onStay={blocker.reset} />
        ) : (
          isAsking && <Unsaved onDiscard={onLeave} onStay={stay} />
        )}
      </Suspense>
    ),
  };
}

const nothing = () => undefined;
