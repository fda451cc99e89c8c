import type { PersonId, Presence, PresenceList } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { heardAt, ownPresence, presences } from './presence.ts';

/// What was said longer ago than this is true no more.
export const holds = 90_000;

/// Of those who were asked for, whoever is not in the answer shows nothing. `isOwnToo` unless one has chosen anew meanwhile.
export function learn(asked: readonly PersonId[], { own, items }: PresenceList, isOwnToo: boolean): void {
  const now = Date.now();
  for (const person of asked) heardAt.set(person, now);
  const old = [...heardAt].filter(([, at]) => now - at >= holds).map(([person]) => person);
  for (const person of old) heardAt.delete(person);
  const said = new Map(items.map((presence) => [presence.person, presence]));
  presences.update((before) => {
    const after = new Map([...before].filter(([person]) => heardAt.has(person)));
    for (const person of asked) set(after, person, said.get(person));
    return hasChanged(before, after) ? after : before;
  });
  const held = ownPresence.get();
  if (isOwnToo && (!held || !isSame(held, own))) ownPresence.set(own);
}

function set(all: Map<PersonId, Presence>, person: PersonId, presence: Presence | undefined): void {
  const held = all.get(person);
  if (!presence) all.delete(person);
  // The same object as long as it says the same: nothing is drawn again.
  else if (!held || !isSame(held, presence)) all.set(person, presence);
}

const hasChanged = (before: ReadonlyMap<PersonId, Presence>, after: ReadonlyMap<PersonId, Presence>): boolean =>
  before.size !== after.size || [...after].some(([person, presence]) => before.get(person) !== presence);
