import { queryOptions, useQuery } from '@tanstack/react-query';
import { live } from '../../live/live.ts';
import { api, hangUp } from '../../protocol/client.ts';
import { hasCode } from '../../protocol/errors.ts';
import type { Me, Person } from '../../protocol/generated.ts';
import { forget, keep, kept, onChangedElsewhere } from '../../state/kept.ts';
import { queries } from '../../state/queries.ts';
import { Store } from '../../state/store.ts';
import { forgetPeople, learnPeople } from '../people/people.ts';

/// Who is signed in; `null` is nobody.
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = arrived(await api.getMe({}));
      // Another department is another desk, and its stream.
      live.follow(me.cursors);
      return me;
    } catch (error) {
      if (hasCode(error, 'not_signed_in')) return null;
      throw error;
    }
  },
});

/// Why the sign-in page is shown: because the session ended under the reader's hands.
export const endedUnasked = new Store(false);

/// For what is drawn on a page that the session may leave while it stands there.
export function useMyself(): Me | undefined {
  return useQuery(meQuery).data ?? undefined;
}

/// Whoever leaves at this moment: what a feature forgets may draw their page once more before it goes.
let leaving: Me | undefined;

export function useMe(): Me {
  const { data } = useQuery(meQuery);
  const me = data ?? leaving;
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

let isSigningOut = false;
const finishing: (() => Promise<boolean>)[] = [];

/// What leaves the device with whoever signs out, and is to reach the server before that. It says false when it does not.
export function beforeSigningOut(finish: () => Promise<boolean>): void {
  finishing.push(finish);
}

/// Whether nothing that was written here is lost by signing out.
export async function mayLeave(): Promise<boolean> {
  return (await Promise.all(finishing.map((finish) => finish()))).every(Boolean);
}

/// Signs out here. That the session has ended may be heard on the live channel before the answer comes.
export async function signOut(): Promise<void> {
  isSigningOut = true;
  try {
    await api.signOut({});
    sessionEnded();
  } finally {
    isSigningOut = false;
  }
}

/// The session ended: by signing out here, or elsewhere: on another device, by a suspension, by its age.
/// Drafts of whoever signs out leave the device: the next one at it may be someone else.
export function sessionEnded(): void {
  const me = currentMe();
  if (!me) return;
  if (isSigningOut) forget(`${String(me.person.id)}.`);
  else endedUnasked.set(true);
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

const forgetting: (() => void)[] = [];

/// What a feature holds of a person outside the cache says here how it is forgotten.
export function whenLeaving(forgetIt: () => void): void {
  forgetting.push(forgetIt);
}

/// Nothing of the person stays in memory, and nothing that they asked for goes on.
function leave(): void {
  if (kept(signedIn, isNumber) === currentMe()?.session) keep(signedIn, undefined);
  isSigningOut = false;
  leaving = currentMe();
  setTimeout(() => { leaving = undefined; });
  hangUp();
  void queries.cancelQueries({ queryKey: meQuery.queryKey });
  queries.setQueryData(meQuery.queryKey, null);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  // One that waits for an answer would hold up the next of its kind.
  queries.getMutationCache().clear();
  forgetPeople();
  for (const forgetIt of forgetting) forgetIt();
}

function arrived(me: Me): Me {
  learnPeople([me.person]);
  keep(signedIn, me.session);
  return me;
}

/// Windows of one browser share a cookie: when somebody signs out or in in one of them, the others go along. A window
/// that did not would show one person and speak as another.
const signedIn = 'session';
const isNumber = (value: unknown): value is number => typeof value === 'number';

onChangedElsewhere((name) => {
  const me = currentMe();
  const elsewhere = kept(signedIn, isNumber);
  if (name !== signedIn || !me || elsewhere === me.session) return;
  if (elsewhere === undefined) sessionEnded();
  else {
    leave();
    readMeAfresh();
  }
});
