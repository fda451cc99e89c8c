import type { RefObject } from 'react';
import { MenuChoice, MenuGroup, MenuLine, OpenMenu } from '../../design/Menu.tsx';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Following, TabView } from '../../protocol/generated.ts';
import { follow, hear } from './following.ts';

const choices: readonly Following[] = ['followed', 'unfollowed', 'muted'];

interface Props {
  view: TabView;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/// What one wants to see of a tab, and to hear of it: of what is muted one hears nothing.
export function FollowChoices({ view: { tab, reading }, trigger, onClose }: Props) {
  const text = useLaterText();
  const { hearing } = text;
  const { following, every_post: hearsAll } = reading;
  const failed = (error: unknown) => {
    complain(text.errors[errorKey(error)]);
  };
  const choose = (next: Following) => {
    if (next !== following) follow(tab.id, next).catch(failed);
  };
  const chooseToHear = (next: boolean) => {
    if (next !== hearsAll) hear(reading, next).catch(failed);
  };
  return (
    <OpenMenu label={text.tabs.followLabel(tab.name)} trigger={trigger} onClose={onClose}>
      <MenuGroup title={text.tabs.followLabel(tab.name)} chosen={following}>
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
      </MenuGroup>
      {following !== 'muted' && (
        <>
          <MenuLine />
          <MenuGroup title={hearing.title} chosen={hearsAll ? 'every' : 'own'}>
            <MenuChoice
              id="own"
              title={hearing.own}
              hint={hearing.ownHint}
              onAction={() => {
                chooseToHear(false);
              }}
            />
            <MenuChoice
              id="every"
              title={hearing.every}
              hint={hearing.everyHint}
              onAction={() => {
                chooseToHear(true);
              }}
            />
          </MenuGroup>
        </>
      )}
    </OpenMenu>
  );
}
