import type { LiveEvent } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe, readMeAfresh, renewMe } from '../accounts/session.ts';
import { applyToDirectory } from './directory.ts';
import { readPeopleAfresh, renewPerson } from './people.ts';

export type PersonEvent = Extract<LiveEvent, { type: 'person.changed' | 'people.changed' }>;

export function applyPersonEvent(event: PersonEvent): void {
  if (event.type === 'people.changed') {
    readEveryoneAfresh();
    return;
  }
  const { person } = event.data;
  renewPerson(person);
  applyToDirectory(event);
  if (person.id === currentMe()?.person.id) renewMe(person);
  void queries.invalidateQueries({ queryKey: ['profile', person.id] });
}

/// So many changed at once that no event says who.
function readEveryoneAfresh(): void {
  readPeopleAfresh();
  readMeAfresh();
  for (const key of ['directory', 'profile', 'managed-accounts']) void queries.invalidateQueries({ queryKey: [key] });
}
