import type { RefObject } from 'react';
import { MenuChoice, OpenMenu } from '../../design/Menu.tsx';
import { complain } from '../../design/toast.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Following, TabView } from '../../protocol/generated.ts';
import { follow } from './following.ts';

const choices: readonly Following[] = ['followed', 'unfollowed', 'muted'];

interface Props {
  view: TabView;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
}

export function FollowChoices({ view: { tab, reading }, trigger, onClose }: Props) {
  const text = useText();
  const { following } = reading;
  const choose = (next: Following) => {
    if (next !== following) follow(tab.id, next).catch((error: unknown) => complain(text.errors[errorKey(error)]));
  };
  return (
    <OpenMenu label={text.tabs.followLabel(tab.name)} trigger={trigger} chosen={following} onClose={onClose}>
      {choices.map((each) => (
        <MenuChoice
          key={each}
          id={each}
          title={text.tabs.follow[each]}
          hint={text.tabs.followHint[each]}
          onAction={() => {
            choose(each);
          }}
        />
      ))}
    </OpenMenu>
  );
}
