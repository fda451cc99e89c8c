import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { Dialog } from '../../src/design/Dialog.tsx';
import { inTheSsc } from '../../src/features/people/finding.ts';
import { forgetPeople } from '../../src/features/people/people.ts';
import { PersonPicker } from '../../src/features/people/PersonPicker.tsx';
import { api } from '../../src/protocol/client.ts';
import { ApiError } from '../../src/protocol/errors.ts';
import type { Person, PersonId } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { person } from '../make.ts';

const bram = person(4, 'Bram Kuipers');
const femke = person(5, 'Femke Boersma');
const renee = person(6, 'Renée Kuipers');
let browse: MockInstance<typeof api.browsePeople>;
const finds = (...items: Person[]) => browse.mockResolvedValue({ items, cursors: [] });
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Eigenaar' });
const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent.replace(' accountmanager', ''));

function Picking({ atMost, onClose }: { atMost: number; onClose?: () => void }) {
  const [chosen, setChosen] = useState<PersonId[]>([]);
  const picker = <PersonPicker label="Eigenaar" among={inTheSsc} chosen={chosen} atMost={atMost} onChange={setChosen} />;
  return onClose ? <Dialog title="Dienst toevoegen" onClose={onClose}>{picker}</Dialog> : picker;
}

beforeEach(() => {
  browse = vi.spyOn(api, 'browsePeople');
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
});
afterEach(() => {
  forgetPeople();
  vi.unstubAllGlobals();
});

describe('Choosing a colleague by name', () => {
  it('asks the directory from two letters on', async () => {
    finds(bram, renee);
    const user = userEvent.setup();
    const { container } = await draw(<Picking atMost={3} />);
    await user.click(field());
    await user.keyboard('k');
    expect(offered()).toEqual([]);
    await user.keyboard('u');
    await waitFor(() => expect(offered()).toEqual(['Bram Kuipers', 'Renée Kuipers']));
    expect(browse.mock.calls).toEqual([[{ search: 'ku', side: 'ssc' }]]);
    await expectAccessible(container);
  });

  it('offers at once, of those who were found, who has what is typed now, with or without accents', async () => {
    finds(bram, renee);
    const user = userEvent.setup();
    await draw(<Picking atMost={3} />);
    await user.type(field(), 'ku');
    await waitFor(() => expect(offered()).toHaveLength(2));
    browse.mockReturnValue(new Promise(() => undefined));
    await user.type(field(), ' rene');
    expect(offered()).toEqual(['Renée Kuipers']);
  });

  it('of one person lets another take their place', async () => {
    finds(bram, femke);
    const user = userEvent.setup();
    await draw(<Picking atMost={1} />);
    await user.type(field(), 'br');
    await user.click(await screen.findByRole('option', { name: /Bram/ }));
    await user.type(field(), 'fe');
    await user.click(await screen.findByRole('option', { name: /Femke/ }));
    expect(screen.getByRole('button', { name: 'Haal Femke Boersma weg' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Haal Bram Kuipers weg' })).toBeNull();
  });

  it('says that nobody was found, and what went wrong', async () => {
    finds();
    const user = userEvent.setup();
    await draw(<Picking atMost={3} />);
    await user.type(field(), 'qqq');
    expect(await screen.findByText('Niemand gevonden voor “qqq”.')).toBeTruthy();
    browse.mockRejectedValue(new ApiError({ status: 503, code: 'overloaded', request_id: 'R-9' }));
    await user.type(field(), 'q');
    expect(await screen.findByText('Het is nu te druk. Probeer het zo opnieuw.')).toBeTruthy();
  });

  it('keeps what is typed, and its list, where the page scrolls below it, as a phone does', async () => {
    finds(bram);
    const user = userEvent.setup();
    await draw(<Picking atMost={3} />);
    await user.type(field(), 'br');
    await screen.findByRole('option', { name: /Bram/ });
    fireEvent.scroll(document);
    expect(field().value).toBe('br');
    await user.click(await screen.findByRole('option', { name: /Bram/ }));
    expect(screen.getByRole('button', { name: 'Haal Bram Kuipers weg' })).toBeTruthy();
    expect(field().value).toBe('');
  });

  it('forgets half a name when one leaves the field', async () => {
    finds(bram);
    const user = userEvent.setup();
    await draw(<Picking atMost={3} />);
    await user.type(field(), 'br');
    await screen.findByRole('option', { name: /Bram/ });
    await user.tab();
    expect(field().value).toBe('');
    expect(offered()).toEqual([]);
  });

  it('closes its list with Escape before the dialog around it', async () => {
    finds(bram);
    const onClose = vi.fn();
    const user = userEvent.setup();
    await draw(<Picking atMost={3} onClose={onClose} />);
    await user.type(field(), 'br');
    await user.click(await screen.findByRole('option', { name: /Bram/ }));
    await user.type(field(), 'br');
    await screen.findByText('Niemand gevonden voor “br”.');
    await user.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.queryByText('Niemand gevonden voor “br”.')).toBeNull();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });
});
