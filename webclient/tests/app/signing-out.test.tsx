import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProfileMenu } from '../../src/app/ProfileMenu.tsx';
import { currentMe, useMyself } from '../../src/features/accounts/session.ts';
import { keepKnown } from '../../src/features/drafts/drafts.ts';
import { keepDraft, keptDraft } from '../../src/features/posts/drafts.ts';
import { unsavedEditors } from '../../src/state/unsaved.ts';
import { draw } from '../draw.tsx';
// What the page fetches is here already: a busy machine loads it slowly.
import '../../src/app/ProfileActions.tsx';
import '../../src/design/Unsaved.tsx';
import '../../src/features/drafts/leaving.ts';
import '../../src/features/drafts/sync.ts';

const draft = { body: 'Nog even dit', mark: 'work' } as const;
const sent: string[] = [];
const press = (name: string | RegExp) => screen.findByRole('button', { name });

/// As long as somebody is signed in.
const Menu = () => (useMyself() ? <ProfileMenu onHelp={() => undefined} /> : null);

async function signOut() {
  const user = userEvent.setup();
  await user.click(await press(/^Menu van/));
  await user.click(await screen.findByRole('menuitem', { name: 'Uitloggen' }));
  return user;
}

beforeEach(() => {
  sent.length = 0;
  unsavedEditors.set(0);
  vi.stubGlobal('fetch', (path: string, { method = '' }: RequestInit) => {
    sent.push(`${method} ${path}`);
    const problem = { status: 429, code: 'too_many_requests', request_id: 'R-7' };
    return Promise.resolve(method === 'DELETE' ? new Response(null, { status: 204 }) : new Response(JSON.stringify(problem), { status: 429 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('Whoever signs out', () => {
  it('is asked first when the server does not take what they wrote, and may stay', async () => {
    await draw(<Menu />);
    keepDraft(21, draft);
    const user = await signOut();
    await user.click(await press('Blijf hier'));
    expect(sent).toEqual(['PUT /api/tabs/21/draft', 'PUT /api/tabs/21/draft']);
    expect([keptDraft(21), currentMe()?.person.id]).toEqual([draft, 7]);
  });

  it('leaves without it when they say so', async () => {
    await draw(<Menu />);
    keepDraft(21, draft);
    const user = await signOut();
    await user.click(await press('Gooi weg'));
    await vi.waitFor(() => expect(sent.at(-1)).toBe('DELETE /api/session'));
  });

  it('is asked nothing when the server has it', async () => {
    await draw(<Menu />);
    keepDraft(21, draft);
    keepKnown(21, { version: 1, content: JSON.stringify(draft) });
    await signOut();
    await vi.waitFor(() => expect(sent).toEqual(['DELETE /api/session']));
  });

  it('is asked about an editor, as ever', async () => {
    await draw(<Menu />);
    unsavedEditors.set(1);
    await signOut();
    await press('Blijf hier');
    expect(sent).toEqual([]);
  });
});
