import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WelcomePage } from '../../src/features/activation/WelcomePage.tsx';
import { meQuery } from '../../src/features/accounts/session.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { me } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const invitation = { name: 'Ilse de Wit', organisation: 'Vaartland', language: 'nl', logins: ['90210'] };

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('isSecureContext', true);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

/// Before anybody is signed in.
async function drawOutside(token: string, onLeave = vi.fn()) {
  const drawn = await draw(<WelcomePage token={token} onLeave={onLeave} />);
  act(() => {
    queries.setQueryData(meQuery.queryKey, null);
  });
  return drawn;
}

describe('Where an invitation leads', () => {
  it('says to who is signed in already that they are, and goes on once they have signed out', async () => {
    fetch.mockImplementation((path) => Promise.resolve(path === '/api/activation' ? answer(200, invitation) : new Response(null, { status: 204 })));
    const leave = vi.fn();
    const { container } = await draw(<WelcomePage token="secret" onLeave={leave} />);
    expect(await screen.findByRole('heading', { name: 'Je bent ingelogd als Roos van der Meulen' })).toBeTruthy();
    await expectAccessible(container);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Blijf ingelogd' }));
    expect(leave).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('button', { name: 'Log uit en ga verder' }));
    expect(await screen.findByRole('heading', { name: 'Welkom, Ilse de Wit' })).toBeTruthy();
  });

  it('says whose it is, and sends the token in the body alone', async () => {
    fetch.mockImplementation(() => Promise.resolve(answer(200, invitation)));
    const { container } = await drawOutside('secret');
    expect(await screen.findByRole('heading', { name: 'Welkom, Ilse de Wit' })).toBeTruthy();
    expect(screen.getByText('Later log je in met 90210.')).toBeTruthy();
    expect(fetch.mock.calls[0]).toMatchObject(['/api/activation', { method: 'POST', body: '{"token":"secret"}' }]);
    await expectAccessible(container);
  });

  it('signs in with the chosen password and goes on', async () => {
    fetch.mockResolvedValueOnce(answer(200, invitation)).mockResolvedValueOnce(answer(200, me));
    const leave = vi.fn();
    await drawOutside('secret', leave);
    const user = userEvent.setup();
    const password = await screen.findByLabelText('Kies een wachtwoord');
    await user.type(password, 'kort');
    await user.click(screen.getByRole('button', { name: 'Ga verder' }));
    expect(fetch).toHaveBeenCalledTimes(1);
    await user.type(password, 'er dan dit');
    await user.click(screen.getByRole('button', { name: 'Ga verder' }));
    await vi.waitFor(() => {
      expect(leave).toHaveBeenCalled();
    });
    expect(JSON.parse(fetch.mock.calls[1]?.[1]?.body as string)).toEqual({ token: 'secret', replacement: 'korter dan dit' });
  });

  it.each([404, 400])('says one thing of every link that does not work (%i)', async (status) => {
    const code = status === 404 ? 'not_found' : 'invalid_request';
    fetch.mockResolvedValue(answer(status, { status, code, request_id: 'R-1' }));
    await draw(<WelcomePage token="used" onLeave={vi.fn()} />);
    expect(await screen.findByRole('heading', { name: 'Deze link werkt niet meer' })).toBeTruthy();
  });

  it('asks nobody about a link without a token', async () => {
    await draw(<WelcomePage token="" onLeave={vi.fn()} />);
    expect(await screen.findByRole('heading', { name: 'Deze link werkt niet meer' })).toBeTruthy();
    expect(fetch).not.toHaveBeenCalled();
  });
});
