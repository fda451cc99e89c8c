import { lazy, Suspense, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostId } from '../../protocol/generated.ts';

const WhoWantsDialog = lazy(async () => ({ default: (await import('./WhoWantsDialog.tsx')).WhoWantsDialog }));

/// Who they are comes when one asks.
export function WhoWants({ post }: { post: PostId }) {
  const { ideas } = useLaterText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {ideas.whoWants}
      </Button>
      {isOpen && (
        <Suspense>
          <WhoWantsDialog post={post} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
