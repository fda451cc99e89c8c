import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { allOf } from '../../src/features/held/held.ts';
import { HeldCard } from '../../src/features/held/HeldCard.tsx';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { outbox } from '../../src/features/posts/outbox.ts';
import { draftOf } from '../../src/features/scheduled/again.ts';
import { ScheduledCard } from '../../src/features/scheduled/ScheduledCard.tsx';
import type { Post, ScheduledPost } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, calendarEvent, post } from '../make.ts';

const words = (text: string) => [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
const waiting = (more: Partial<Post> = {}): Post =>
  post(9, { author: 7, body: 'Dag', blocks: words('Dag'), translation: { language: 'en', body: 'Hello', blocks: words('Hello'), outdated: false }, ...more });
const scheduled = (of: Post, more: Partial<ScheduledPost> = {}): ScheduledPost => ({ post: of, publish_at: '2099-11-30T07:00:00.000Z', failed: false, ...more });
const langOf = (text: string) => screen.getByText(text).closest('[lang]')?.getAttribute('lang');
const nothing = () => undefined;

const fetch = vi.fn<typeof globalThis.fetch>();
beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
});
afterEach(() => {
  toasts.clear();
  fetch.mockReset();
  vi.unstubAllGlobals();
});

function expectBoth() {
  expect([langOf('Dag'), langOf('Hello')]).toEqual(['nl', 'en']);
  expect(within(screen.getByRole('region', { name: 'In het Engels' })).getByText('Hello')).toBeTruthy();
}

describe('A post in two languages that waits', () => {
  it('is read in both by who decides on it', async () => {
    const { container } = await draw(
      <div role="feed">
        <HeldCard held={{ post: waiting({ state: 'held' }), kind: 'approval', since: at(9) }} position={1} size={1} onDecline={nothing} onDecided={nothing} />
      </div>,
    );
    expectBoth();
    await expectAccessible(container);
  });

  it('is read in both by its author, and sent again in both by who took it back', async () => {
    await draw(<OwnHeldCard held={{ post: waiting({ state: 'held' }), kind: 'approval', since: at(9) }} places="none" />);
    expectBoth();
    fetch.mockImplementationOnce(() => Promise.resolve(new Response(null, { status: 204 })));
    await userEvent.click(screen.getByRole('button', { name: 'Trek in' }));
    await vi.waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    toasts.visibleToasts[0]?.content.action?.run();
    expect(outbox.get()[0]?.request).toMatchObject({ body: 'Dag', translation: { language: 'en', body: 'Hello' } });
  });

  it('is read in both before its time, and says that one of them is older', async () => {
    const translation = { language: 'en' as const, body: 'Hello', blocks: words('Hello'), outdated: true };
    await draw(<ScheduledCard scheduled={scheduled(waiting({ state: 'scheduled', translation }))} />);
    expectBoth();
    expect(screen.getByText('Het origineel is daarna aangepast.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Aanpassen' }));
    expect(await screen.findByText('De Engelse tekst verandert niet mee.')).toBeTruthy();
  });

  it('becomes a draft in both, and is copied in both', () => {
    const translation = { language: 'en' as const, body: '# Open day\n\nCome along.', blocks: [], outdated: false };
    const of = scheduled(waiting({ kind: 'event', body: '# Open dag\n\nKom mee.', translation }), { event: calendarEvent(1) });
    expect(draftOf(of, 0, 'Europe/Amsterdam')).toMatchObject({ body: 'Kom mee.', translation: { language: 'en', title: 'Open day', lead: '', body: 'Come along.' } });
    expect(allOf(waiting())).toBe('Dag\n\nHello');
    expect(allOf(post(9))).toBe('Bericht 9');
  });
});
