import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../../src/design/Button.tsx';
import { Dialog } from '../../src/design/Dialog.tsx';
import { Field } from '../../src/design/Field.tsx';
import { useUnsaved } from '../../src/design/useUnsaved.tsx';
import { draw } from '../draw.tsx';

const onLeave = vi.fn();

function Editor() {
  const [name, setName] = useState('');
  const { leave, question } = useUnsaved(name !== '', onLeave);
  return (
    <Dialog title="Aanpassen" onClose={leave}>
      <Field label="Naam" value={name} onChange={({ target }) => setName(target.value)} />
      <Button onClick={leave}>Annuleren</Button>
      {question}
    </Dialog>
  );
}

const ask = () => screen.findByRole('alertdialog', { name: 'Niet opgeslagen wijzigingen weggooien?' });

describe('Whoever leaves an editor', () => {
  beforeEach(() => onLeave.mockReset());

  it.each(['Escape', 'Annuleren', 'Sluiten'])('without changes is gone at once, by %s', async (way) => {
    await draw(<Editor />);
    if (way === 'Escape') await userEvent.keyboard('{Escape}');
    else await userEvent.click(screen.getByRole('button', { name: way }));
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it.each(['Escape', 'Annuleren', 'Sluiten'])('with changes is asked first, by %s', async (way) => {
    await draw(<Editor />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Naam' }), 'Finance');
    if (way === 'Escape') await userEvent.keyboard('{Escape}');
    else await userEvent.click(screen.getByRole('button', { name: way }));
    await ask();
    await userEvent.keyboard('{Escape}');
    expect(onLeave).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Naam' }).value).toBe('Finance');
    await userEvent.click(screen.getByRole('button', { name: 'Annuleren' }));
    await ask();
    await userEvent.click(screen.getByRole('button', { name: 'Gooi weg' }));
    expect(onLeave).toHaveBeenCalledTimes(1);
  });
});
