import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { api } from '../../src/protocol/client.ts';
import type { PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { group, idea, me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { gone, ideaPage, ideaView, logistics, ownFinance, refused, said } from './card-page.ts';

let network: Network;
const page = ideaPage(() => network);
const path = '/api/posts/5/idea/target';
const item = () => screen.queryByRole('menuitem', { name: 'Stuur door naar…' });
const dialog = () => within(screen.getByRole('dialog', { name: 'Stuur het idee door' }));
const undo = () => act(() => toasts.visibleToasts[0]?.content.action?.run());

async function open(view: PostView) {
  await page.open(view);
  await page.openMenu();
  await page.user.click(item() ?? expect.fail());
  await screen.findByRole('dialog', { name: 'Stuur het idee door' });
}

async function choose(name: RegExp) {
  await page.user.click(dialog().getByRole('combobox', { name: 'Voor wie is dit idee?' }));
  await page.user.keyboard(name.source.slice(1, 5));
  await page.user.click(await screen.findByRole('option', { name }));
}
const send = () => page.user.click(dialog().getByRole('button', { name: 'Stuur door' }));

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

describe('Sending an idea on', () => {
  it.each([
    ['its author, until somebody has heard it', ideaView(idea(1), { author: 7 }), group(), [logistics]],
    ['who decides on it', ideaView(gone(2, ['heard'])), group(), [ownFinance, logistics]],
    ['who looks after the tab', ideaView(gone(2, ['heard'])), group({ role: 'moderator' }), [logistics]],
  ])('is offered in the menu to %s', async (_whom, view, where, departments) => {
    await page.open(view, where, departments);
    await page.openMenu();
    expect(item()).toBeTruthy();
  });

  it.each([
    ['its author, once it is heard', ideaView(gone(2, ['heard']), { author: 7 }), group()],
    ['others', ideaView(idea(1)), group()],
    ['anyone in an archived group', ideaView(idea(1), { author: 7 }), group({ role: 'owner', archived: true })],
  ])('is not offered to %s', async (_whom, view, where) => {
    await page.open(view, where);
    await page.openMenu();
    expect(item()).toBeNull();
  });

  it('says who decides on it then, and leads back for its author', async () => {
    const asked = vi.spyOn(api, 'routeIdea');
    await open(ideaView(idea(1), { author: 7 }));
    expect(dialog().getByText('Wie het idee krijgt, beslist erover.')).toBeTruthy();
    await expectAccessible(screen.getByRole('dialog'));
    await choose(/^Logistiek/);
    expect(dialog().getByText('Logistiek beslist hierover.')).toBeTruthy();
    await send();
    await page.answer(path, idea(2, { department: 2 }));
    expect(asked).toHaveBeenCalledExactlyOnceWith({ post: 5, target: { department: 2 } });
    expect(said()).toEqual(['Het idee is doorgestuurd']);
    expect(screen.getByRole('region', { name: 'Logistiek beslist hierover' })).toBeTruthy();
    undo();
    await page.answer(path, idea(3));
    expect(asked).toHaveBeenLastCalledWith({ post: 5, target: { department: 1 } });
    expect(screen.getByRole('region', { name: 'Finance beslist hierover' })).toBeTruthy();
  });

  it('has no way back to nobody', async () => {
    const asked = vi.spyOn(api, 'routeIdea');
    await open(ideaView({ version: 1, votes: 0, steps: [] }, { author: 7 }));
    await choose(/^Facturen/);
    await send();
    await page.answer(path, idea(2, { service: 5 }));
    expect(asked).toHaveBeenLastCalledWith({ post: 5, target: { service: 5 } });
    expect(toasts.visibleToasts.map(({ content }) => content.action)).toEqual([undefined]);
  });

  it('has no way back for who has no say there any more', async () => {
    await page.open(ideaView(gone(2, ['heard'])), group(), [ownFinance, logistics]);
    await page.openMenu();
    await page.user.click(item() ?? expect.fail());
    await screen.findByRole('dialog', { name: 'Stuur het idee door' });
    await choose(/^Logistiek/);
    await send();
    await page.answer(path, gone(3, ['heard'], { department: 2 }));
    expect(toasts.visibleToasts.map(({ content }) => content.action)).toEqual([undefined]);
  });

  it('is not sent without a choice', async () => {
    await open(ideaView(idea(1), { author: 7 }));
    await send();
    expect(dialog().getByText('Kies een dienst of afdeling.')).toBeTruthy();
    expect(network.waiting).not.toContain(path);
  });

  it.each([
    ['not_found', 'idea', 404, 'Doorsturen lukte niet. Deze dienst of afdeling is er niet meer.'],
    ['not_found', undefined, 404, 'Doorsturen lukte niet. Dit is er niet, of je kunt het niet zien.'],
    ['forbidden', undefined, 403, 'Doorsturen lukte niet. Dit mag je hier niet doen.'],
  ])('that the server refuses says why, and the choice stays: %s %s', async (code, field, status, words) => {
    await open(ideaView(idea(1), { author: 7 }));
    await choose(/^Logistiek/);
    await send();
    await page.answer(path, refused(code, field), status);
    expect(said()).toEqual([words]);
    expect(dialog().getByText('Logistiek beslist hierover.')).toBeTruthy();
  });
});
