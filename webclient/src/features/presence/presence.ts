import { useEffect } from 'react';
import type { OwnPresence, PersonId, Presence, PresenceSign } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';

/// Who is there, as far as they show it. It comes with the answers to beats (`beats.ts`) and is held no longer than it is
/// true: in the memory of this page, and nowhere else.
export const presences = new Store<ReadonlyMap<PersonId, Presence>>(new Map());

/// One's own choice; undefined until the server has said it.
export const ownPresence = new Store<OwnPresence | undefined>(undefined);

/// When the server last spoke of each person, or said nothing of them.
export const heardAt = new Map<PersonId, number>();

/// Counts up when there is something to ask before the next beat.
export const questions = new Store(0);
export const askSoon = (): void => questions.update((count) => count + 1);

/// How often each person is drawn.
const drawn = new Map<PersonId, number>();
export const peopleDrawn = (): PersonId[] => [...drawn.keys()];

export function forgetPresences(): void {
  heardAt.clear();
  presences.set(new Map());
}

whenLeaving(() => {
  forgetPresences();
  ownPresence.set(undefined);
});

/// Whether this person is there. It is asked for as long as they are drawn.
export function usePresence(person: PersonId): Presence | undefined {
  useEffect(() => draw(person), [person]);
  return useStore(presences, (all) => all.get(person));
}

function draw(person: PersonId): () => void {
  drawn.set(person, (drawn.get(person) ?? 0) + 1);
  if (!heardAt.has(person)) askSoon();
  return () => {
    const left = (drawn.get(person) ?? 1) - 1;
    if (left === 0) drawn.delete(person);
    else drawn.set(person, left);
  };
}

/// A sign that somebody set, and until when.
export interface HeldSign {
  sign: PresenceSign;
  until: string;
}

/// What one shows in the place of what one does, unless it has ended.
export const signOf = (own: OwnPresence | undefined, now: number): HeldSign | undefined =>
  own?.sign !== undefined && own.until !== undefined && Date.parse(own.until) > now ? { sign: own.sign, until: own.until } : undefined;
