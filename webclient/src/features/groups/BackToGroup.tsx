import { BackLink } from '../../design/Page.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Group } from '../../protocol/generated.ts';

/// From a page about a group to what is said in it.
export function BackToGroup({ group: { id, name } }: { group: Group }) {
  const text = useLaterText();
  return (
    <BackLink to="/g/$group" params={{ group: String(id) }}>
      {text.members.back(name)}
    </BackLink>
  );
}
