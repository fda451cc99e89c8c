import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WelcomePage } from '../../src/features/activation/WelcomePage.tsx';
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

describe('Where an invitation leads', () => {
  it('says whose it is, and sends the token in the body alone', async () => {
    fetch.mockImplementation(() => Promise.resolve(answer(200, invitation)));
    const { container } = await draw(<WelcomePage token="secret" onLeave={vi.fn()} />);
    expect(await screen.findByRole('heading', { name: 'Welkom, Ilse de Wit' })).toBeTruthy();
    expect(screen.getByText('Later log je in met 90210.')).toBeTruthy();
    expect(fetch.mock.calls[0]).toMatchObject(['/api/activation', { method: 'POST', body: '{"token":"secret"}' }]);
    await expectAccessible(container);
  });

  it('signs in with the chosen password and goes on', async () => {
    fetch.mockResolvedValueOnce(answer(200, invitation)).mockResolvedValueOnce(answer(200, me));
    const leave = vi.fn();
    await draw(<WelcomePage token="secret" onLeave={leave} />);
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
