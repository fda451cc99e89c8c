import { complain } from '../../design/toast.ts';
import { language } from '../../i18n/text.tsx';
import { liveStatus } from '../../live/live.ts';
import { api } from '../../protocol/client.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { ReactionKind } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { changeComment } from '../comments/queries.ts';
import { changeView } from '../posts/queries.ts';
import { withOwnReaction } from '../posts/talk.ts';
import { withOwn } from './held.ts';
import { answered, counted, type Own, type Shown, shown, taken, tapped } from './own.ts';
import type { Held, Subject } from './reactions.ts';

/// Own reactions from the tap on, until what the server counts holds them. One request at a time goes out for a post or
/// comment, and what was tapped last is what is sent last.
const own = new Store<ReadonlyMap<string, Own>>(new Map());
const forgetting = new Map<string, ReturnType<typeof setTimeout>>();

/// The server counts within a second or so. What no event ever told is in the counts by now.
const surelyCounted = 4_000;

whenLeaving(() => {
  for (const timer of forgetting.values()) clearTimeout(timer);
  forgetting.clear();
  own.set(new Map());
});

export function useShown(subject: Subject, held: Held): Shown {
  const key = keyOf(subject);
  return shown(held, useStore(own, (all) => all.get(key)));
}

/// One tap: what is chosen already is taken back.
export function toggle(subject: Subject, kind: ReactionKind, held: Held): void {
  const key = keyOf(subject);
  const before = own.get().get(key);
  const { mine } = shown(held, before);
  put(key, tapped(before, mine === kind ? undefined : kind, held));
  if (before?.isSending !== true) void send(subject);
}

export function learnTaken(subject: Subject, kind: ReactionKind | undefined, at: string): void {
  change(keyOf(subject), (held) => taken(held, kind, at));
}

export function learnCounted(subject: Subject, version: number, at: string): void {
  change(keyOf(subject), (held) => counted(held, version, at));
}

async function send(subject: Subject): Promise<void> {
  const key = keyOf(subject);
  for (;;) {
    const wanted = own.get().get(key)?.wanted;
    const failure = await requestTo(subject, wanted);
    if (own.get().get(key)?.wanted !== wanted) continue;
    if (failure !== undefined) giveBack(key, failure);
    else {
      keepAnswered(subject, wanted);
      change(key, answered);
      forgetLater(key);
    }
    return;
  }
}

async function requestTo(subject: Subject, wanted: ReactionKind | undefined): Promise<unknown> {
  try {
    await api.setReaction({ ...subject, ...(wanted === undefined ? {} : { kind: wanted }) });
    return undefined;
  } catch (error) {
    return error ?? new Error('no reason given');
  }
}

function keepAnswered({ post, comment }: Subject, kind: ReactionKind | undefined): void {
  changeView(post, (view) => withOwnReaction(view, comment, kind));
  if (comment !== undefined) changeComment({ post, id: comment }, (view) => withOwn(view, kind));
}

/// It stands as the server last said; where that is not known, its event tells.
function giveBack(key: string, error: unknown): void {
  put(key, undefined);
  const text = language.get()?.text;
  if (text) complain(`${text.reactions.failed} ${text.errors[errorKey(error)]}`);
}

function forgetLater(key: string): void {
  clearTimeout(forgetting.get(key));
  forgetting.set(key, setTimeout(() => forget(key), surelyCounted));
}

function forget(key: string): void {
  forgetting.delete(key);
  const isTold = liveStatus.get() === 'live';
  if (own.get().get(key)?.isSending === true) return;
  if (isTold) put(key, undefined);
  else forgetLater(key);
}

function change(key: string, to: (held: Own) => Own): void {
  const held = own.get().get(key);
  if (held) put(key, to(held));
}

function put(key: string, next: Own | undefined): void {
  own.update((all) => {
    const others = [...all].filter(([each]) => each !== key);
    return new Map(next ? [...others, [key, next]] : others);
  });
}

const keyOf = ({ post, comment }: Subject) => (comment === undefined ? String(post) : `${String(post)}/${String(comment)}`);
