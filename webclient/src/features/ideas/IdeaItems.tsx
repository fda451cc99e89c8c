import { Forward } from 'lucide-react';
import { MenuItem } from '../../design/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useIdeaRights } from './useIdea.ts';

/// In the menu of an idea's post: send it on. What the card has a button for is not among them.
export function IdeaItems({ view, onRoute }: { view: PostView; onRoute: () => void }) {
  const text = useText();
  if (!useIdeaRights(view).route) return null;
  return (
    <MenuItem icon={<Forward size={18} aria-hidden />} onAction={onRoute}>
      {text.questions.sendOn}
    </MenuItem>
  );
}
