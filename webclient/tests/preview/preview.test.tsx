import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { PostEditor } from '../../src/features/posts/PostEditor.tsx';
import { draw, expectAccessible } from '../draw.tsx';
import { group, post, tab } from '../make.ts';
import { close, open } from '../mentions/server.ts';
import '../../src/features/preview/Preview.tsx';

const preview = () => screen.findByRole('region', { name: 'Zo ziet het eruit' });
const toggle = () => screen.getByRole('button', { name: 'Voorbeeld' });

beforeEach(open);
afterEach(close);

describe('The preview', () => {
  it('shows on request how readers will see the text, as one types, and goes again', async () => {
    const { container } = await draw(<Composer group={group({ tabs: [tab(21)] })} tabs={[tab(21)]} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
    expect(toggle().getAttribute('aria-expanded')).toBe('false');
    await user.click(toggle());
    expect(within(await preview()).getByText('Typ iets, dan zie je hier hoe het eruitziet.')).toBeTruthy();
    expect(toggle().getAttribute('aria-controls')).toBe((await preview()).id);
    await user.type(screen.getByRole('textbox', { name: 'Je bericht' }), '# Kop{Enter}**Vet** en #Kantine ');
    expect((await within(await preview()).findByText('Vet')).tagName).toBe('STRONG');
    expect(within(await preview()).getAllByRole('heading').map(({ tagName }) => tagName)).toEqual(['H2', 'H3']);
    expect(within(await preview()).getByRole('link', { name: '#Kantine' }).getAttribute('href')).toBe('/t/kantine');
    await expectAccessible(container);
    await user.click(toggle());
    expect(screen.queryByRole('region', { name: 'Zo ziet het eruit' })).toBeNull();
  });

  it('shows what is edited', async () => {
    await draw(<PostEditor post={post(5, { body: 'Dag [@Priya](person:3)\n- een' })} onDone={() => undefined} />);
    await userEvent.setup().click(toggle());
    expect(within(await preview()).getByRole('link', { name: '@Priya Ramdin' })).toBeTruthy();
    expect(within(await preview()).getByRole('listitem').textContent).toBe('een');
  });
});
