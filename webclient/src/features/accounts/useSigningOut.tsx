import { lazy, type ReactNode, Suspense, useState } from 'react';
import { complain } from '../../design/toast.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey, OfflineError } from '../../protocol/errors.ts';
import { unsavedEditors } from '../../state/unsaved.ts';
import { mayLeave, signOut } from './session.ts';

const load = async () => ({ default: (await import('../../design/Unsaved.tsx')).Unsaved });
const Unsaved = lazy(load);

interface SigningOut {
  goOut: () => Promise<void>;
  /// To be drawn.
  question: ReactNode;
}

/// Signs out. Whoever would lose something that they wrote by that is asked first.
export function useSigningOut(): SigningOut {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const complainOf = (error: unknown) => complain(text.errors[errorKey(error)]);
  const leave = () => signOut().catch(complainOf);
  const goOut = async () => {
    if ((await mayLeave()) && unsavedEditors.get() === 0) {
      await leave();
      return;
    }
    // Without a connection one cannot sign out either.
    await load().then(
      () => setAsking(true),
      () => complainOf(new OfflineError()),
    );
  };
  return {
    goOut,
    question: isAsking && (
      <Suspense>
        <Unsaved onDiscard={() => void leave()} onStay={() => setAsking(false)} />
      </Suspense>
    ),
  };
}
