import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { fetchPostEditor, PostEditorHere } from '../../src/features/posts/PostEditorHere.tsx';
import { draw } from '../draw.tsx';
import { post } from '../make.ts';

const own = post(5, { author: 7, body: 'Eerste' });

function Card() {
  const [isEditing, setEditing] = useState(false);
  return isEditing ? (
    <PostEditorHere post={own} meanwhile={null} onDone={() => setEditing(false)} />
  ) : (
    <button type="button" onClick={() => setEditing(true)}>
      Aanpassen
    </button>
  );
}

it('What edits a post takes the focus in the moment of the press when it was fetched before', async () => {
  await fetchPostEditor();
  await draw(<Card />);
  fireEvent.click(screen.getByRole('button', { name: 'Aanpassen' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Bericht aanpassen' }));
});
