import type { RefObject } from 'react';
import { MenuChoice, MenuGroup, OpenMenu } from '../../design/Menu.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupView } from '../../protocol/generated.ts';
import { followGroup } from './followGroup.ts';
import { choiceIn, type GroupChoice } from './groupChoice.ts';

const choices: readonly GroupChoice[] = ['all', 'own', 'none'];

interface Props {
  view: GroupView;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/// What one wants of every part of a group at once. What was chosen for each before comes back at one press.
export function FollowGroupChoices({ view, trigger, onClose }: Props) {
  const text = useLaterText();
  const { followGroup: words } = text;
  const { name } = view.group;
  const chosen = choiceIn(view);
  const choose = async (choice: GroupChoice) => {
    if (choice === chosen) return;
    try {
      const takeBack = await followGroup(view, choice);
      const run = () => void takeBack().catch((error: unknown) => complain(`${words.notBack} ${text.errors[errorKey(error)]}`));
      say(words.done[choice](name), { label: text.post.undo, run });
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  return (
    <OpenMenu label={text.tabs.followLabel(name)} trigger={trigger} onClose={onClose}>
      <MenuGroup title={`${words.title}. ${words.hint}`} chosen={chosen ?? ''}>
        {choices.map((each) => (
          <MenuChoice key={each} id={each} title={words.choices[each]} hint={words.hints[each]} onAction={() => void choose(each)} />
        ))}
      </MenuGroup>
    </OpenMenu>
  );
}
