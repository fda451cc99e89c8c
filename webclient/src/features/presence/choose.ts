import { api } from '../../protocol/client.ts';
import type { SetPresence } from '../../protocol/generated.ts';
import { whenLeaving } from '../accounts/session.ts';
import { askSoon, ownPresence } from './presence.ts';

let made = 0;
let last: Promise<unknown> = Promise.resolve();

whenLeaving(() => {
  // What was under way is never answered.
  last = Promise.resolve();
});

/// Differs once somebody has chosen here: what was asked before does not know of it. Odd while they do.
export const choicesMade = (): number => made;

/// One after the other, so that the last press counts. On and off show at once; a sign when the server holds it, as who
/// asks not to be disturbed has to know whether it took.
export function choosePresence(wanted: SetPresence): Promise<void> {
  const choosing = last.then(() => choose(wanted));
  last = choosing.catch(() => undefined);
  return choosing;
}

async function choose(wanted: SetPresence): Promise<void> {
  made += 1;
  const before = ownPresence.get();
  if (wanted.sign === undefined) ownPresence.set(wanted);
  try {
    ownPresence.set(await api.setPresence(wanted));
  } catch (error) {
    ownPresence.set(before);
    throw error;
  } finally {
    made += 1;
    // What became of it, and the other windows.
    askSoon();
  }
}
