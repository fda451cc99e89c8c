import type { ComponentProps } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { usePresence } from './presence.ts';

/// The tile of a person, with whether they are there. Decoration as the tile is: where it matters, words say it too.
export function PresentAvatar(props: Omit<ComponentProps<typeof Avatar>, 'presence'>) {
  return <Avatar {...props} presence={usePresence(props.id)?.state} />;
}
