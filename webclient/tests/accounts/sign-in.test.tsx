import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignIn } from '../../src/features/accounts/SignIn.tsx';
import { draw, expectAccessible } from '../draw.tsx';

const fetch = vi.fn<typeof globalThis.fetch>();
const refusal = (status: number, problem: object) => new Response(JSON.stringify({ status, request_id: 'R-1', ...problem }), { status });

async function tryToSignIn() {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('E-mailadres of personeelsnummer'), ' roos@vaartland.example ');
  await user.type(screen.getByLabelText('Wachtwoord'), 'niet dit');
  await user.click(screen.getByRole('button', { name: 'Log in' }));
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('isSecureContext', true);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Signing in', () => {
  it('says the same for an unknown login and a wrong password', async () => {
    fetch.mockResolvedValue(refusal(401, { code: 'sign_in_failed' }));
    await draw(<SignIn />);
    await tryToSignIn();
    expect((await screen.findByRole('alert')).textContent).toContain('Deze combinatie klopt niet');
    expect(JSON.parse(fetch.mock.calls[0]?.[1]?.body as string)).toEqual({ login: 'roos@vaartland.example', password: 'niet dit' });
  });

  it('says from when one may try again', async () => {
    vi.setSystemTime('2026-11-23T14:00:30.000Z');
    fetch.mockResolvedValue(refusal(429, { code: 'too_many_requests', retry_after_seconds: 240 }));
    await draw(<SignIn />);
    await tryToSignIn();
    expect((await screen.findByRole('alert')).textContent).toBe('Er is te vaak geprobeerd. Probeer het vanaf 15.05 uur opnieuw.');
    vi.useRealTimers();
  });

  it('gives the reference of a fault', async () => {
    fetch.mockResolvedValue(refusal(500, { code: 'internal' }));
    await draw(<SignIn />);
    await tryToSignIn();
    expect((await screen.findByRole('alert')).textContent).toContain('Referentie: R-1');
  });

  it('asks for what is missing before it asks the server', async () => {
    await draw(<SignIn />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Log in' }));
    expect(screen.getAllByText('Vul dit in.')).toHaveLength(2);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('says that it needs https where the browser would not keep the session', async () => {
    vi.stubGlobal('isSecureContext', false);
    await draw(<SignIn />);
    expect(screen.getByRole('alert').textContent).toContain('https://');
    expect(screen.queryByLabelText('Wachtwoord')).toBeNull();
  });

  it('is accessible', async () => {
    const { container } = await draw(<SignIn />);
    await expectAccessible(container);
  });
});
