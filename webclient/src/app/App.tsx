import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { showPreferences } from '../features/accounts/preferences.ts';
import { meQuery } from '../features/accounts/session.ts';
import { SignIn } from '../features/accounts/SignIn.tsx';
import { followedToken } from '../features/activation/activation.ts';
import { useBeats } from '../features/presence/useBeats.ts';
import { ToastsHere } from '../design/ToastsHere.tsx';
import { createMoments } from '../i18n/moments.ts';
import { language, TextContext } from '../i18n/text.tsx';
import { MomentsContext } from '../i18n/useMoments.ts';
import type { Me } from '../protocol/generated.ts';
import { queries } from '../state/queries.ts';
import { useStore } from '../state/store.ts';
import { useArrived } from '../state/useArrived.ts';
import { goLive } from './live.ts';
import { Offline, Splash } from './Problems.tsx';
import { router } from './router.tsx';

const Welcome = lazy(async () => ({ default: (await import('../features/welcome/Welcome.tsx')).Welcome }));

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Words>
        <Door />
        <ToastsHere />
      </Words>
    </QueryClientProvider>
  );
}

function Words({ children }: { children: React.ReactNode }) {
  const chosen = useStore(language);
  const { data: me } = useQuery(meQuery);
  const zone = me?.time_zone;
  const moments = useMemo(() => chosen && createMoments(chosen.text, zone), [chosen, zone]);
  if (!chosen || !moments) return null;
  return (
    <TextContext value={chosen.text}>
      <MomentsContext value={moments}>
        <I18nProvider locale={chosen.text.locale}>{children}</I18nProvider>
      </MomentsContext>
    </TextContext>
  );
}

const Activation = lazy(async () => ({ default: (await import('../features/activation/WelcomePage.tsx')).WelcomePage }));

/// Lets in who is signed in; whoever is not signs in right here, and goes on at the same address. Whoever followed a
/// link that makes an account chooses a password first.
function Door() {
  const { data: me, error, refetch } = useQuery(meQuery);
  const [token, setToken] = useState(followedToken);
  const isThere = useArrived(me !== undefined && me !== null);
  if (token !== undefined) {
    const leave = () => {
      // The router is not there yet; it begins at the address that it finds.
      history.replaceState(null, '', '/');
      setToken(undefined);
    };
    return (
      <Suspense fallback={<Splash />}>
        <Activation token={token} onLeave={leave} />
      </Suspense>
    );
  }
  if (me && isThere) return <Inside key={me.person.id} me={me} />;
  if (me === null) return <SignIn />;
  return error ? <Offline error={error} onRetry={() => void refetch()} /> : <Splash />;
}

function Inside({ me }: { me: Me }) {
  const { preferences } = me;
  // Only once: a later answer has newer cursors, but the channel is already further.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => goLive(me), []);
  useEffect(() => void showPreferences(preferences), [preferences]);
  useBeats(me.session);
  if (me.welcomed) return <RouterProvider router={router} />;
  return (
    <Suspense fallback={<Splash />}>
      <Welcome />
    </Suspense>
  );
}
