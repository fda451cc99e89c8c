import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { feedQuery } from '../../src/features/posts/queries.ts';
import { toggle } from '../../src/features/reactions/react.ts';
import { chooseLanguage } from '../../src/i18n/text.tsx';
import { nl } from '../../src/i18n/nl.ts';
import type { PostView, ReactionKind } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { me, page, post } from '../make.ts';

interface Request {
  kind: ReactionKind | undefined;
  answer: (response: Response) => void;
  fail: () => void;
}

const { queryKey } = feedQuery({ kind: 'tab', group: 2, tab: 21 });
const done = () => new Response(null, { status: 204 });
const nothing = { reactions: { counts: [], version: 1 }, mine: undefined };
const subjects = { next: 100 };
let requests: Request[];

const settle = () => new Promise((resolve) => setTimeout(resolve));
const view = (): PostView | undefined => queries.getQueryData(queryKey)?.pages[0]?.items[0];

beforeEach(async () => {
  requests = [];
  subjects.next += 1;
  await chooseLanguage('nl');
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
    const { kind } = JSON.parse(init.body as string) as { kind?: ReactionKind };
    return new Promise<Response>((answer, fail) => {
      requests.push({ kind, answer, fail: () => fail(new TypeError('network')) });
    });
  });
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(queryKey, { pages: [page([post(subjects.next)])] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  toasts.clear();
});

describe('Reacting', () => {
  it('sends one request at a time, and last what was tapped last', async () => {
    const subject = { post: subjects.next };
    toggle(subject, 'like', nothing);
    toggle(subject, 'care', nothing);
    toggle(subject, 'thanks', nothing);
    await settle();
    expect(requests.map(({ kind }) => kind)).toEqual(['like']);
    requests[0]?.answer(done());
    await settle();
    expect(requests.map(({ kind }) => kind)).toEqual(['like', 'thanks']);
    requests[1]?.answer(done());
    await settle();
    expect(requests).toHaveLength(2);
    expect(view()?.mine.reaction).toBe('thanks');
  });

  it('takes back what is tapped twice', async () => {
    const subject = { post: subjects.next };
    toggle(subject, 'like', nothing);
    toggle(subject, 'like', nothing);
    requests[0]?.answer(done());
    await settle();
    expect(requests.map(({ kind }) => kind)).toEqual(['like', undefined]);
    requests[1]?.answer(done());
    await settle();
    expect(view()?.mine.reaction).toBeUndefined();
  });

  it('that fails says so, and stands as it was', async () => {
    const subject = { post: subjects.next };
    toggle(subject, 'like', nothing);
    requests[0]?.fail();
    await settle();
    expect(toasts.visibleToasts.map(({ content }) => content.message)).toEqual([`${nl.reactions.failed} ${nl.errors.offline}`]);
    expect(view()?.mine.reaction).toBeUndefined();
    toggle(subject, 'like', nothing); // it was given back, so this is no second tap
    expect(requests.map(({ kind }) => kind)).toEqual(['like', 'like']);
  });

  it('goes on with the last tap when an earlier one failed', async () => {
    const subject = { post: subjects.next };
    toggle(subject, 'like', nothing);
    toggle(subject, 'care', nothing);
    requests[0]?.fail();
    await settle();
    expect(requests.map(({ kind }) => kind)).toEqual(['like', 'care']);
    expect(toasts.visibleToasts).toEqual([]);
  });
});
