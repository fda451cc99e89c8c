import { Switch } from '../../design/Switch.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useStore } from '../../state/store.ts';
import { setSingleKeys, singleKeys } from './preferences.ts';
import { Section } from './Section.tsx';

export function Keyboard() {
  const text = useLaterText();
  const isOn = useStore(singleKeys);
  return (
    <Section title={text.account.keyboard} hint={text.account.shortcutsHint}>
      <Switch label={text.account.shortcuts} isOn={isOn} onChange={setSingleKeys} />
    </Section>
  );
}
