import type { PersonId, PresenceList } from '../../protocol/generated.ts';

/// Of whom one window of this browser asked, and what it learned.
export interface Said {
  people: PersonId[];
  list: PresenceList;
}

type What = { kind: 'said'; said: Said; drawn: PersonId[] } | { kind: 'drawn'; drawn: PersonId[] } | { kind: 'input' };
type Message = What & { session: number; from: string };

interface Handlers {
  onSaid: (said: Said) => void;
  onInput: () => void;
}

/// What a window does not repeat for so long is closed, or out of sight.
const forgottenAfter = 2 * 60_000;

/// The windows of one browser, which share a session: they tell each other whom they show and what they learned, so that
/// the server is asked once for all of them. Nothing of it is stored.
export function openWindows(session: number, { onSaid, onInput }: Handlers) {
  const from = crypto.randomUUID();
  const elsewhere = new Map<string, { people: PersonId[]; at: number }>();
  const channel = new BroadcastChannel('plein-presence');
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    // Somebody else may have signed in there.
    if (data.session !== session) return;
    if ('drawn' in data) elsewhere.set(data.from, { people: data.drawn, at: Date.now() });
    if (data.kind === 'said') onSaid(data.said);
    if (data.kind === 'input') onInput();
  };
  const tell = (what: What) => {
    channel.postMessage({ session, from, ...what } satisfies Message);
  };
  return {
    tellSaid: (said: Said, drawn: PersonId[]) => tell({ kind: 'said', said, drawn }),
    /// Whom this window shows, of whom the next one to ask then asks too.
    tellDrawn: (drawn: PersonId[]) => tell({ kind: 'drawn', drawn }),
    tellInput: () => tell({ kind: 'input' }),
    drawnElsewhere: (): PersonId[] => {
      const oldest = Date.now() - forgottenAfter;
      return [...elsewhere.values()].flatMap(({ people, at }) => (at >= oldest ? people : []));
    },
    close: () => channel.close(),
  };
}
