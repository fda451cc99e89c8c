import { useBlocker } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';

const Unsaved = lazy(async () => ({ default: (await import('./Unsaved.tsx')).Unsaved }));

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
