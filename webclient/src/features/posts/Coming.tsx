import { Skeleton } from '../../design/Skeleton.tsx';
import { useCommandSoon } from '../../state/commands.ts';

/// A page with posts that is still being fetched: who asks to write meanwhile will.
export function Coming() {
  useCommandSoon('compose');
  return <Skeleton />;
}
