import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../../src/design/Toasts.tsx';
import { toasts } from '../../src/design/toast.ts';
import { ownHeldQuery } from '../../src/features/held/held.ts';
import { HeldCard } from '../../src/features/held/HeldCard.tsx';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { loadAllWords } from '../../src/i18n/text.tsx';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, post } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const refusal = (status: number, code: string, field?: string) =>
  new Response(JSON.stringify({ status, code, field, request_id: 'R-7' }), { status });
const requests = () =>
  fetch.mock.calls
    .filter(([, init]) => init?.method !== 'GET')
    .map(([path, init]) => [path, init?.body === undefined ? undefined : JSON.parse(init.body as string)] as const);

beforeEach(async () => {
  await loadAllWords('nl');
  vi.stubGlobal('fetch', fetch);
  fetch.mockImplementation(() => Promise.resolve(new Response('{"items":[],"people":[],"cursors":[]}')));
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
  for (const { key } of toasts.visibleToasts) toasts.close(key);
});

const held = { post: post(9, { state: 'held', version: 4 }), kind: 'approval' as const, since: at(9) };

async function drawCard(onDecided = vi.fn()) {
  const drawn = await draw(
    <>
      <div role="feed" aria-label="wachtrij">
        <HeldCard held={held} position={1} size={1} onDecided={onDecided} />
      </div>
      <Toasts />
    </>,
  );
  return { ...drawn, onDecided, user: userEvent.setup() };
}

describe('A post in the queue', () => {
  it('is approved as it was read', async () => {
    const { user, onDecided, container } = await drawCard();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Keur goed: bericht van Priya Ramdin' }));
    expect(requests()).toEqual([['/api/held/9/approved', { version: 4 }]]);
    await vi.waitFor(() => expect(onDecided).toHaveBeenCalled());
  });

  it('is declined with a reason, and not without', async () => {
    const { user } = await drawCard();
    await user.click(screen.getByRole('button', { name: /^Keur niet goed/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Keur niet goed' }));
    expect(dialog.getByText('Schrijf op waarom.')).toBeTruthy();
    expect(requests()).toEqual([]);
    await user.type(dialog.getByRole('textbox'), '  Zeg voor wie  ');
    await user.click(dialog.getByRole('button', { name: 'Keur niet goed' }));
    expect(requests()).toEqual([['/api/held/9/declined', { version: 4, reason: 'Zeg voor wie' }]]);
  });

  it.each([
    ['stale_version', undefined, /paste dit intussen aan/],
    ['conflict', 'post', /Iemand anders was je voor/],
    ['conflict', 'author', /leest hier niet meer mee/],
    ['not_found', 'post', /wacht niet meer/],
  ])('says why it could not be decided on: %s about %s', async (code, field, words) => {
    fetch.mockImplementation((_, init) =>
      Promise.resolve(init?.method === 'PUT' ? refusal(409, code, field) : new Response('{"items":[],"people":[],"cursors":[]}')),
    );
    const { user, onDecided } = await drawCard();
    await user.click(screen.getByRole('button', { name: /^Keur goed/ }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(onDecided).not.toHaveBeenCalled();
  });
});

describe('An own held post', () => {
  it('says that it waits, and who sees it', async () => {
    const { container } = await draw(<OwnHeldCard held={held} places="none" />);
    expect(screen.getByRole('heading', { name: 'Wacht op goedkeuring' })).toBeTruthy();
    expect(screen.getByText('Alleen jij en de moderatoren van deze groep zien dit.')).toBeTruthy();
    await expectAccessible(container);
  });

  it('says who declined it and why, and is sent in again after an edit', async () => {
    const declined = { by: 3, at: at(12), reason: 'Zeg voor wie.' };
    await draw(<OwnHeldCard held={{ ...held, declined }} places="none" />);
    expect(screen.getByRole('heading', { name: 'Priya Ramdin keurde dit niet goed' })).toBeTruthy();
    expect(screen.getByText('Zeg voor wie.')).toBeTruthy();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Pas aan en stuur opnieuw in' }));
    await user.type(screen.getByRole('textbox'), ' voor HR');
    await user.click(screen.getByRole('button', { name: 'Stuur opnieuw in' }));
    expect(requests()).toEqual([['/api/held/9', { version: 4, body: 'Bericht 9 voor HR', mark: 'work' }]]);
  });
});

describe('What an author is changing', () => {
  it.each([
    ['stays theirs when it is approved meanwhile', [], 1],
    ['says nothing when they only leave the page', [held], 0],
  ])('%s', async (_what, rest, offers) => {
    const user = userEvent.setup();
    const Own = () => {
      const [isThere, setThere] = useState(true);
      return (
        <>
          {isThere && <OwnHeldCard held={held} places="none" />}
          <button onClick={() => { setThere(false); }}>Weg</button>
          <Toasts />
        </>
      );
    };
    await draw(<Own />);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    await user.type(screen.getByRole('textbox'), ' en nog iets');
    queries.setQueryData(ownHeldQuery(held.post.group).queryKey, rest);
    await user.click(screen.getByRole('button', { name: 'Weg' }));
    expect(screen.queryAllByRole('button', { name: 'Kopieer de tekst' })).toHaveLength(offers);
  });
});
