import { lazy, Suspense, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Idea, PostView } from '../../protocol/generated.ts';
import { useIdeaRights } from './useIdea.ts';

const DecideDialog = lazy(async () => ({ default: (await import('./DecideDialog.tsx')).DecideDialog }));

interface Props {
  view: PostView;
  idea: Idea;
}

/// For those who decide on an idea. What they are writing stays, also when somebody sends the idea on meanwhile.
export function DecideButton({ view, idea }: Props) {
  const { ideas } = useLaterText();
  const mayDecide = useIdeaRights(view).decide;
  const [isOpen, setOpen] = useState(false);
  const isFirst = idea.status === undefined;
  return (
    <>
      {mayDecide && (
        <Button look={isFirst ? 'secondary' : 'quiet'} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {isFirst ? ideas.decide : ideas.decideAgain}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <DecideDialog post={view.post.id} idea={idea} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
