import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import { hasCode } from '../../protocol/errors.ts';
import type { Me, Person } from '../../protocol/generated.ts';
import { forget } from '../../state/kept.ts';
import { queries } from '../../state/queries.ts';
import { Store } from '../../state/store.ts';
import { forgetPeople, learnPeople } from '../people/people.ts';

/// Who is signed in; `null` is nobody.
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return arrived(await api.getMe({}));
    } catch (error) {
      if (hasCode(error, 'not_signed_in')) return null;
      throw error;
    }
  },
});

/// Why the sign-in page is shown: because the session ended under the reader's hands.
export const endedUnasked = new Store(false);

export function useMe(): Me {
  const { data: me } = useQuery(meQuery);
  if (!me) throw new Error('useMe without a session');
  return me;
}

/// Another department, another role: what the page shows follows.
export const readMeAfresh = (): void => void queries.invalidateQueries({ queryKey: meQuery.queryKey });

export const currentMe = (): Me | undefined => queries.getQueryData(meQuery.queryKey) ?? undefined;

/// Another name, title, department or colour.
export function renewMe(person: Person): void {
  queries.setQueryData(meQuery.queryKey, (me) => (me && me.person.version < person.version ? { ...me, person } : me));
}

export async function signIn(login: string, password: string): Promise<void> {
  enter(await api.signIn({ login, password }));
}

/// Somebody came in, perhaps in the place of somebody else.
export function enter(me: Me): void {
  if (currentMe() && currentMe()?.person.id !== me.person.id) leave();
  endedUnasked.set(false);
  queries.setQueryData(meQuery.queryKey, arrived(me));
}

/// Signs out here. Drafts of this person leave the device: the next one at it may be someone else.
export async function signOut(): Promise<void> {
  await api.signOut({});
  const me = currentMe();
  if (me) forget(`${String(me.person.id)}.`);
  leave();
}

/// The session ended elsewhere: on another device, by a suspension, by its age.
export function sessionEnded(): void {
  if (!currentMe()) return;
  endedUnasked.set(true);
  leave();
}

/// The first minutes are over, here or on another device.
export function rememberWelcome(): void {
  queries.setQueryData(meQuery.queryKey, (me) => (me ? { ...me, welcomed: true } : me));
}

/// Goes on at once; the server is told so that no device shows them again. Whoever is offline now is asked once more.
export async function finishWelcome(): Promise<void> {
  rememberWelcome();
  await api.finishWelcome({});
}

/// Nothing of the person stays in memory.
function leave(): void {
  queries.setQueryData(meQuery.queryKey, null);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  forgetPeople();
}

function arrived(me: Me): Me {
  learnPeople([me.person]);
  return me;
}
