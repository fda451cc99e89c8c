import { type ComponentProps, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import type { PostEditor } from './PostEditor.tsx';

type Props = ComponentProps<typeof PostEditor>;

let here: ComponentType<Props> | undefined;

/// Fetches what edits a post.
export async function fetchPostEditor() {
  here = (await import('./PostEditor.tsx')).PostEditor;
  return { default: here };
}

const Coming = lazy(fetchPostEditor);

/// What edits a post, with `meanwhile` until it has come. What is here already is drawn in the same moment: a phone shows
/// its keyboard only for a field that takes the focus while somebody presses.
export function PostEditorHere({ meanwhile, ...props }: Props & { meanwhile: ReactNode }) {
  const [Editor] = useState(() => here ?? Coming);
  return (
    <Suspense fallback={meanwhile}>
      <Editor {...props} />
    </Suspense>
  );
}
