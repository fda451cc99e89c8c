import { useEffect } from 'react';
import { api } from '../../protocol/client.ts';
import type { Person, PersonId } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';

/// Everyone whose name we have met. Answers bring their people along; events bring ids only, and an unknown one is
/// asked for when it is first shown, together with the others of that moment.
const known = new Store<ReadonlyMap<PersonId, Person>>(new Map());
const wanted = new Set<PersonId>();
const asked = new Set<PersonId>();
const together = 40;
const atMost = 100;
let timer: ReturnType<typeof setTimeout> | undefined;

export function learnPeople(people: readonly Person[]): void {
  if (people.length === 0) return;
  known.update((before) => {
    const newer = people.filter(({ id, version }) => (before.get(id)?.version ?? 0) < version);
    return newer.length === 0 ? before : new Map([...before, ...newer.map((person) => [person.id, person] as const)]);
  });
}

/// Somebody whom we have met has another name, title, department or colour. Of the others we learn when we meet them.
export function renewPerson(person: Person): void {
  if (known.get().has(person.id)) learnPeople([person]);
}

/// Events were missed: everyone is asked for again, and shown as before until the answer comes.
export function readPeopleAfresh(): void {
  asked.clear();
  for (const id of known.get().keys()) want(id);
}

export function forgetPeople(): void {
  known.set(new Map());
  clearTimeout(timer);
  timer = undefined;
  wanted.clear();
  asked.clear();
}

/// The person, or nothing as long as (or because) the server does not say who it is.
export function usePerson(id: PersonId): Person | undefined {
  const person = useStore(known, (people) => people.get(id));
  const isKnown = person !== undefined;
  useEffect(() => {
    if (!isKnown) want(id);
  }, [id, isKnown]);
  return person;
}

/// All of these that are known by now.
export function usePeople(ids: readonly PersonId[]): ReadonlyMap<PersonId, Person> {
  const people = useStore(known);
  const unknown = ids.filter((id) => !people.has(id)).join();
  useEffect(() => {
    for (const id of unknown.split(',').filter(Boolean)) want(Number(id));
  }, [unknown]);
  return people;
}

function want(id: PersonId): void {
  if (asked.has(id)) return;
  wanted.add(id);
  timer ??= setTimeout(() => void askForWanted(), together);
}

/// What we know of them may be old. Without an answer it stays as it is.
export async function learnAgain(ids: readonly PersonId[]): Promise<void> {
  const { items } = await api.listPeople({ ids: [...ids] }).catch(() => ({ items: [] }));
  learnPeople(items);
}

async function askForWanted(): Promise<void> {
  timer = undefined;
  const ids = [...wanted].slice(0, atMost);
  for (const id of ids) {
    wanted.delete(id);
    asked.add(id);
  }
  if (wanted.size > 0) timer = setTimeout(() => void askForWanted(), together);
  try {
    learnPeople((await api.listPeople({ ids })).items);
  } catch {
    // They stay "a colleague"; the next view that shows them asks again.
    for (const id of ids) asked.delete(id);
  }
}
