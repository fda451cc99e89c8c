import { useNavigate } from '@tanstack/react-router';
import { useGroups } from '../features/groups/groups.ts';
import { placesToPost } from '../features/home/home.ts';
import { runCommand, runOnArrival, useCanRun } from '../state/commands.ts';

/// Writing, from wherever one is: in what is in view, else from Home, which asks where. Undefined for who can write nowhere.
export function useCompose(): (() => void) | undefined {
  const navigate = useNavigate();
  const isHere = useCanRun('compose');
  const isSomewhere = placesToPost(useGroups()).length > 0;
  if (!isHere && !isSomewhere) return undefined;
  return () => {
    if (runCommand('compose') || !isSomewhere) return;
    runOnArrival('compose');
    void navigate({ to: '/' });
  };
}
