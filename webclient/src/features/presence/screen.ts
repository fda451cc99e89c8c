import type { PersonId } from '../../protocol/generated.ts';
import { peopleDrawn } from './presence.ts';

/// `limits::beat_people`.
export const mostAsked = 100;

/// Of whom to ask: who is drawn here, then who is drawn in other windows of this browser. Where that is more than one may
/// ask, those in view come first.
export function onTheScreen(elsewhere: readonly PersonId[]): PersonId[] {
  const here = peopleDrawn();
  const inView = here.length > mostAsked ? here.filter(isInView()) : [];
  return [...new Set([...inView, ...here, ...elsewhere])].slice(0, mostAsked);
}

function isInView(): (person: PersonId) => boolean {
  const people = new Set<PersonId>();
  for (const tile of document.querySelectorAll<HTMLElement>('[data-person]')) {
    const { top, bottom } = tile.getBoundingClientRect();
    if (bottom > 0 && top < window.innerHeight) people.add(Number(tile.dataset.person));
  }
  return (person) => people.has(person);
}
