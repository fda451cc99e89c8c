import { QueryObserver } from '@tanstack/react-query';
import { liveStatus } from '../../live/live.ts';
import { api } from '../../protocol/client.ts';
import { hasCode, OfflineError } from '../../protocol/errors.ts';
import type { Draft as Theirs, TabId } from '../../protocol/generated.ts';
import { onChangedElsewhere } from '../../state/kept.ts';
import { queries } from '../../state/queries.ts';
import { Store } from '../../state/store.ts';
import { unsavedEditors } from '../../state/unsaved.ts';
import { hasArrived, keptDraft, lastKept, putDraft, tabOfName, tabsWithDraft } from '../posts/drafts.ts';
import { contentOf, draftIn, outcomeOf } from './content.ts';
import { draftsQuery, keepKnown, knownOf, type ReadDrafts, readDraftsAfresh, tabsKnown } from './drafts.ts';

/// Keeps what one writes the same on this device and on the server. Here it is kept at every key; there once the keys rest,
/// or when nobody sees this page any more. Nothing that somebody typed is written over: where two devices went apart, both
/// texts stay until the person chooses.

const rest = 3_000;
/// When the server does not say how long one is to wait.
const pauseSeconds = 5;

/// What another device kept of a tab, beside another text here. One that cannot be read here has no draft.
export const apart = new Store<ReadonlyMap<TabId, Theirs>>(new Map());
/// Of what was not taken by the server the last time.
export const unsaved = new Store<ReadonlySet<TabId>>(new Set());
/// Changes with every answer.
export const answered = new Store(0);

const timers = new Map<TabId, ReturnType<typeof setTimeout>>();
const underway = new Map<TabId, Promise<void>>();
let settled: ReadDrafts | undefined;

/// For as long as somebody is signed in. Returns how to stop.
export function startSync(): () => void {
  const observer = new QueryObserver(queries, draftsQuery);
  const stops = [
    observer.subscribe(({ data }) => settle(data)),
    lastKept.subscribe(() => {
      const last = lastKept.get();
      if (last) saveSoon(last.tab);
    }),
    liveStatus.subscribe(() => {
      if (liveStatus.get() === 'live' && unsaved.get().size > 0) void saveOnceMore(() => [...unsaved.get()]);
    }),
    onChangedElsewhere((name) => {
      const tab = tabOfName(name);
      if (tab !== undefined) hasArrived(tab);
    }),
    countApart(),
  ];
  settle(observer.getCurrentResult().data);
  document.addEventListener('visibilitychange', saveWhenHidden);
  return () => {
    document.removeEventListener('visibilitychange', saveWhenHidden);
    for (const stop of stops) stop();
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    underway.clear();
    settled = undefined;
    apart.set(new Map());
    unsaved.set(new Set());
  };
}

/// Everything that the server has, beside what is here.
function settle(list: ReadDrafts | undefined): void {
  if (!list || list === settled) return;
  settled = list;
  const { items, readAt } = list;
  const theirs = new Map(items.map((each) => [each.tab, each]));
  for (const tab of new Set([...theirs.keys(), ...tabsWithDraft(), ...tabsKnown()])) {
    // What this device does meanwhile is newer; whatever another does after that is told anew.
    if (!underway.has(tab) && knownOf(tab).at < readAt) settleOne(tab, theirs.get(tab));
  }
}

function settleOne(tab: TabId, theirs: Theirs | undefined): void {
  const mine = contentOf(keptDraft(tab));
  const outcome = outcomeOf(mine, knownOf(tab), theirs);
  goApart(tab, outcome === 'apart' || outcome === 'foreign' ? theirs : undefined);
  if (outcome === 'agree' || outcome === 'take') {
    keepKnown(tab, theirs && { version: theirs.version, content: theirs.content });
    markUnsaved(tab, false);
  }
  if (outcome === 'take') putDraft(tab, theirs && draftIn(theirs.content));
  if (outcome !== 'save') return;
  if (!theirs) keepKnown(tab, undefined);
  saveSoon(tab);
}

function goApart(tab: TabId, theirs: Theirs | undefined): void {
  if (apart.get().get(tab) === theirs) return;
  const others = [...apart.get()].filter(([each]) => each !== tab);
  apart.set(new Map(theirs ? [...others, [tab, theirs]] : others));
}

/// Theirs stands here from now on. Returns how to have back what stood here.
export function takeTheirs(tab: TabId): (() => void) | undefined {
  const theirs = apart.get().get(tab);
  const draft = theirs && draftIn(theirs.content);
  if (!draft) return undefined;
  const mine = keptDraft(tab);
  goApart(tab, undefined);
  keepKnown(tab, { version: theirs.version, content: theirs.content });
  putDraft(tab, draft);
  return () => putDraft(tab, mine);
}

/// What stands here goes over theirs.
export function keepMine(tab: TabId): void {
  const theirs = apart.get().get(tab);
  if (!theirs) return;
  goApart(tab, undefined);
  keepKnown(tab, { version: theirs.version, content: theirs.content });
  void save(tab);
}

function saveSoon(tab: TabId, pause = rest): void {
  clearTimeout(timers.get(tab));
  timers.set(tab, setTimeout(() => void save(tab), pause));
}

function saveWhenHidden(): void {
  if (document.visibilityState === 'hidden') void saveThese([...timers.keys(), ...unsaved.get()]);
}

async function saveThese(tabs: readonly TabId[]): Promise<void> {
  for (const tab of tabs) void save(tab);
  await Promise.allSettled(underway.values());
}

/// Another device may have kept another text meanwhile: that is known before anything goes out, above all before it is dropped.
async function saveOnceMore(which: () => readonly TabId[]): Promise<void> {
  await readDraftsAfresh();
  settle(queries.getQueryData(draftsQuery.queryKey));
  await saveThese(which());
}

/// Before one leaves this device. False while something is written here that the server does not have.
export async function saveAll(): Promise<boolean> {
  await saveThese(lagging());
  // Once more what was typed on meanwhile, or refused; without a connection there is nothing to wait for.
  if (lagging().length > 0) await (liveStatus.get() === 'live' ? saveOnceMore(lagging) : saveThese(lagging()));
  return !lagging().some((tab) => contentOf(keptDraft(tab)) !== undefined);
}

const lagging = (): TabId[] =>
  [...new Set([...tabsWithDraft(), ...tabsKnown()])].filter((tab) => contentOf(keptDraft(tab)) !== knownOf(tab).content);

/// One at a time of each tab.
async function save(tab: TabId): Promise<void> {
  clearTimeout(timers.get(tab));
  timers.delete(tab);
  const content = contentOf(keptDraft(tab));
  const theirs = apart.get().get(tab);
  if (theirs) {
    // It was posted or thrown away here: what the other device has is what there is.
    if (content === undefined) settleOne(tab, theirs);
    return;
  }
  if (underway.has(tab) || content === knownOf(tab).content) return;
  const saving = send(tab, content);
  underway.set(tab, saving);
  await saving;
  underway.delete(tab);
  answered.update((count) => count + 1);
  if (!unsaved.get().has(tab) && contentOf(keptDraft(tab)) !== content) saveSoon(tab);
}

async function send(tab: TabId, content: string | undefined): Promise<void> {
  try {
    const { version } = content === undefined ? await drop(tab) : await api.saveDraft({ tab, version: knownOf(tab).version, content });
    keepKnown(tab, { version, content });
    markUnsaved(tab, false);
  } catch (error) {
    markUnsaved(tab, true);
    if (hasCode(error, 'stale_version')) void readDraftsAfresh();
    // Without a connection it waits for one; what is refused, for another text.
    else if (!(error instanceof OfflineError) && hasCode(error, 'too_many_requests', 'overloaded')) {
      saveSoon(tab, (error.retryAfterSeconds ?? pauseSeconds) * 1_000);
    }
  }
}

/// Only what was seen here: what another device wrote since stays.
async function drop(tab: TabId): Promise<{ version: number }> {
  await api.dropDraft({ tab, version: knownOf(tab).version });
  return { version: 0 };
}

function markUnsaved(tab: TabId, isUnsaved: boolean): void {
  if (unsaved.get().has(tab) === isUnsaved) return;
  const others = [...unsaved.get()].filter((each) => each !== tab);
  unsaved.set(new Set(isUnsaved ? [...others, tab] : others));
}

/// Whoever signs out while two texts wait for a choice is asked first: the one here would be gone.
function countApart(): () => void {
  let counted = 0;
  const count = () => {
    const here = [...apart.get().keys()].filter((tab) => contentOf(keptDraft(tab)) !== undefined).length;
    unsavedEditors.update((all) => all - counted + here);
    counted = here;
  };
  const stop = apart.subscribe(count);
  return () => {
    stop();
    unsavedEditors.update((all) => all - counted);
  };
}

/// How far the draft that stands here has come.
export function savedState(tab: TabId): 'everywhere' | 'here' | undefined {
  const content = contentOf(keptDraft(tab));
  if (content === undefined) return undefined;
  if (content === knownOf(tab).content) return 'everywhere';
  return unsaved.get().has(tab) ? 'here' : undefined;
}
