import { api } from '../../protocol/client.ts';
import { Store } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { type Line, type Mark, newestUnread, type Subject } from './lines.ts';

/// What this person has read here, and the list does not know of yet. It shows at once; what the server refuses is as it
/// was.
export const marks = new Store<readonly Mark[]>([]);

const taken = new Set<Mark>();

whenLeaving(() => {
  marks.set([]);
  taken.clear();
});

/// Those that the server has taken. A list that is asked for from here on knows of them.
export const takenMarks = (): readonly Mark[] => [...taken];

export function forgetMarks(known: readonly Mark[]): void {
  for (const mark of known) taken.delete(mark);
  if (known.length > 0) marks.update((all) => all.filter((mark) => !known.includes(mark)));
}

/// Everything that stands in the list, at the reader's own word.
export const readAll = (lines: readonly Line[]): Promise<void> => readUpToNewest(lines);

/// Whoever opens what it is about has read all of that. Nobody asked for it, so nobody is told when it is not kept: then
/// it is unread again.
export const readAbout = (lines: readonly Line[], subject: Subject): Promise<void> =>
  readUpToNewest(lines, subject).catch(() => undefined);

async function readUpToNewest(lines: readonly Line[], subject?: Subject): Promise<void> {
  const newest = newestUnread(lines, subject);
  if (!newest) return;
  const request = { up_to: newest.id, ...subject };
  const mark = { ...request, at: newest.at };
  marks.update((all) => [...all, mark]);
  try {
    await api.readNotifications(request);
    taken.add(mark);
  } catch (error) {
    marks.update((all) => all.filter((each) => each !== mark));
    throw error;
  }
}
