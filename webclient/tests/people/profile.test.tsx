import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProfileEditor } from '../../src/features/people/ProfileEditor.tsx';
import { readWanted } from '../../src/features/people/wanted.ts';
import { api } from '../../src/protocol/client.ts';
import { ApiError, OfflineError } from '../../src/protocol/errors.ts';
import type { OwnProfile } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';

const own: OwnProfile = {
  version: 3,
  phone: { text: '038 123', audience: 'everyone' },
  mobile: { text: '06 456', audience: 'groupmates' },
  workplace: { text: '', audience: 'everyone' },
  about: { text: 'Ik fiets', audience: 'nobody' },
  ask_me: { text: '', audience: 'everyone' },
};

afterEach(() => {
  vi.restoreAllMocks();
});

async function drawEditor() {
  const read = vi.spyOn(api, 'getOwnProfile').mockResolvedValue(own);
  const drawn = await draw(<ProfileEditor onDone={() => undefined} />);
  const preview = await screen.findByRole('region', { name: 'Zo zien anderen je' });
  return { ...drawn, preview: within(preview), read };
}

describe('One’s own profile', () => {
  it('shows while it is filled in what a colleague and a groupmate will see', async () => {
    const { preview, container } = await drawEditor();
    const user = userEvent.setup();
    expect(preview.getByText('038 123')).toBeTruthy();
    expect([preview.queryByText('06 456'), preview.queryByText('Ik fiets')]).toEqual([null, null]);
    await user.click(preview.getByRole('radio', { name: 'Iemand uit je groep' }));
    expect(preview.getByText('06 456')).toBeTruthy();
    expect(preview.queryByText('Ik fiets')).toBeNull();
    await user.selectOptions(screen.getByLabelText('Wie ziet “Over mij”?'), 'everyone');
    expect(preview.getByText('Ik fiets')).toBeTruthy();
    await expectAccessible(container);
  });

  it('is saved as a whole, in the version that was read', async () => {
    const { preview } = await drawEditor();
    const save = vi.spyOn(api, 'setProfile').mockResolvedValue({ ...own, version: 4 });
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Werkplek'), 'Zwolle');
    await user.click(screen.getByRole('radio', { name: 'Mos' }));
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(preview.getByText('Zwolle')).toBeTruthy();
    expect(save.mock.calls[0]?.[0]).toMatchObject({ version: 3, colour: 'moss', workplace: { text: 'Zwolle' } });
  });
});

describe('A profile that was changed on another device meanwhile', () => {
  const stale = () => new ApiError({ status: 409, code: 'stale_version', request_id: 'R-1' });
  const note = /^Je profiel is intussen aangepast op een ander apparaat\./;
  const workplace = () => screen.getByLabelText<HTMLInputElement>('Werkplek');

  it('keeps what was filled in, says so, and is saved over that at one’s own word', async () => {
    const { container, read } = await drawEditor();
    const save = vi.spyOn(api, 'setProfile').mockRejectedValueOnce(stale()).mockResolvedValueOnce({ ...own, version: 6 });
    read.mockResolvedValue({ ...own, version: 5, workplace: { text: 'Tiel', audience: 'everyone' } });
    const user = userEvent.setup();
    await user.type(workplace(), 'Zwolle');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(await screen.findByText(note)).toBeTruthy();
    expect(workplace().value).toBe('Zwolle');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Toch opslaan' }));
    expect(save.mock.calls.map(([{ version }]) => version)).toEqual([3, 5]);
    expect(save.mock.calls[1]?.[0]).toMatchObject({ workplace: { text: 'Zwolle' } });
  });

  it('says at least that it was, when what is new cannot be read', async () => {
    const { read } = await drawEditor();
    vi.spyOn(api, 'setProfile').mockRejectedValueOnce(stale());
    read.mockRejectedValue(new OfflineError());
    const user = userEvent.setup();
    await user.type(workplace(), 'Zwolle');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(await screen.findByText('Dit is intussen aangepast.')).toBeTruthy();
    expect(workplace().value).toBe('Zwolle');
  });
});

describe('Leaving the editor of one’s profile', () => {
  it('asks only when something was changed', async () => {
    vi.spyOn(api, 'getOwnProfile').mockResolvedValue(own);
    const onDone = vi.fn();
    await draw(<ProfileEditor onDone={onDone} />);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('Werkplek'), 'Z');
    await user.click(screen.getByRole('button', { name: 'Annuleren' }));
    await user.click(await screen.findByRole('button', { name: 'Blijf hier' }));
    expect(onDone).not.toHaveBeenCalled();
    await user.clear(screen.getByLabelText('Werkplek'));
    await user.click(screen.getByRole('button', { name: 'Annuleren' }));
    expect(onDone).toHaveBeenCalledTimes(1);
  });
});

describe('The address of the directory', () => {
  it('is read with care', () => {
    expect(readWanted({ search: 'fatma', side: 'ssc', department: 4 })).toEqual({ search: 'fatma', side: 'ssc', department: 4 });
    expect(readWanted({ search: 5, side: 'nobody', department: -1 })).toEqual({});
  });
});
