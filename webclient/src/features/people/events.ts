import type { LiveEvent } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe, renewMe } from '../accounts/session.ts';
import { applyToDirectory } from './directory.ts';
import { renewPerson } from './people.ts';

export type PersonEvent = Extract<LiveEvent, { type: `person.${string}` }>;

export function applyPersonEvent(event: PersonEvent): void {
  const { person } = event.data;
  renewPerson(person);
  applyToDirectory(event);
  if (person.id === currentMe()?.person.id) renewMe(person);
  void queries.invalidateQueries({ queryKey: ['profile', person.id] });
}
