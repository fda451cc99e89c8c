import { liveStatus } from '../../live/live.ts';
import { api } from '../../protocol/client.ts';
import type { PersonId } from '../../protocol/generated.ts';
import { choicesMade } from './choose.ts';
import { holds, learn } from './learn.ts';
import { forgetPresences, heardAt, ownPresence, peopleDrawn, questions } from './presence.ts';
import { mostAsked, onTheScreen } from './screen.ts';
import { openWindows, type Said } from './windows.ts';

/// While somebody looks at the page; a page behind others is allowed one thing a minute by its browser, so it is asked for a
/// little earlier.
const every = { visible: 30_000, hidden: 55_000 };
/// Before that, for whoever has just come on the screen: those of a moment together, and not again at once.
const soon = 300;
const soonest = 5_000;
/// So long after their last key or touch somebody is there.
const stillActive = 5 * 60_000;
const tellOthersOfInput = 20_000;

const isVisible = () => document.visibilityState === 'visible';
const inView = (): PersonId[] => (isVisible() ? peopleDrawn() : []);

/// Says that somebody is there, for as long as they are signed in, and learns who else is. Windows of one browser take
/// turns: whichever is due first asks for all of them. Nothing is said without a live connection, and what fails is said
/// again in its turn.
export function startBeats(session: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isAsking = false;
  let askedAt = -Infinity;
  /// When this window's people were last spoken of.
  let servedAt = -Infinity;
  let inputAt = Date.now();
  let inputToldAt = -Infinity;
  let saidActive = true;

  const windows = openWindows(session, {
    onSaid: (said) => {
      take(said, choicesMade());
      windows.tellDrawn(inView());
    },
    onInput: () => {
      inputAt = Date.now();
    },
  });

  const isActive = () => Date.now() - inputAt < stillActive;
  /// Behind other pages only whoever shows that they are there has something to say.
  const mayBeat = () => !isStopped && liveStatus.get() === 'live' && (isVisible() || ownPresence.get()?.shown === true);
  const hasQuestions = () => peopleDrawn().some((person) => !heardAt.has(person));

  function schedule(): void {
    clearTimeout(timer);
    if (!mayBeat() || isAsking) return;
    const due = servedAt + (isVisible() ? every.visible : every.hidden);
    timer = setTimeout(() => void beat(), Math.max(0, Math.max(due, askedAt + soonest) - Date.now()));
  }

  function hurry(): void {
    clearTimeout(timer);
    if (!mayBeat() || isAsking) return;
    timer = setTimeout(() => void beat(), Math.max(soon, askedAt + soonest - Date.now()));
  }

  async function beat(): Promise<void> {
    if (!mayBeat() || isAsking) return;
    isAsking = true;
    askedAt = Date.now();
    const choices = choicesMade();
    const people = isVisible() ? onTheScreen(windows.drawnElsewhere()) : [];
    const count = questions.get();
    saidActive = isActive();
    try {
      const list = await api.beat({ active: saidActive, people });
      if (isStopped) return;
      const said = { people, list };
      take(said, choices);
      windows.tellSaid(said, inView());
    } catch {
      // The next one comes in its turn.
      servedAt = Date.now();
    } finally {
      isAsking = false;
      if (questions.get() === count) schedule();
      else hurry();
    }
  }

  function take({ people, list }: Said, choices: number): void {
    learn(people, list, choices === choicesMade() && choices % 2 === 0);
    clearTimeout(forgetting);
    forgetting = setTimeout(forgetPresences, holds);
    const asked = new Set<PersonId>(people);
    if (!isVisible() || people.length >= mostAsked || peopleDrawn().every((person) => asked.has(person))) servedAt = Date.now();
    schedule();
  }

  const onInput = () => {
    inputAt = Date.now();
    if (inputAt - inputToldAt > tellOthersOfInput) {
      inputToldAt = inputAt;
      windows.tellInput();
    }
    if (!saidActive) hurry();
  };
  // What is old by now is asked for as soon as somebody looks.
  const onSeen = () => (isVisible() && hasQuestions() ? hurry() : schedule());

  const stopListening = [liveStatus.subscribe(schedule), questions.subscribe(hurry), listen(document, ['visibilitychange'], onSeen), listen(window, inputs, onInput)];
  if (isVisible()) hurry();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    clearTimeout(forgetting);
    for (const stop of stopListening) stop();
    windows.close();
    forgetPresences();
  };
}

/// Also of whoever has a screen reader press and go from thing to thing.
const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'click', 'focusin'];

function listen(target: EventTarget, names: readonly string[], heard: () => void): () => void {
  for (const name of names) target.addEventListener(name, heard, { passive: true, capture: true });
  return () => {
    for (const name of names) target.removeEventListener(name, heard, { capture: true });
  };
}
