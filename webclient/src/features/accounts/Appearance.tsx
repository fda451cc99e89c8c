import { Segmented } from '../../design/Segmented.tsx';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Language, Preferences, Theme } from '../../protocol/generated.ts';
import { changePreferences } from './preferences.ts';
import { Section } from './Section.tsx';
import { useMe } from './session.ts';

export function Appearance() {
  const text = useLaterText();
  return (
    <Section title={text.account.appearance} hint={text.account.appearanceHint}>
      <AppearanceChoices />
    </Section>
  );
}

/// Language and theme; a choice shows at once, on all devices.
export function AppearanceChoices() {
  const text = useLaterText();
  const { preferences } = useMe();
  const change = (preference: Partial<Preferences>) =>
    void changePreferences(preference).catch((error: unknown) => {
      complain(text.errors[errorKey(error)]);
    });
  const { languages } = text.app;
  const { themes } = text.account;
  return (
    <>
      <Segmented<Language>
        label={text.app.language}
        showLabel
        value={preferences.language}
        choices={[
          ['nl', languages.nl],
          ['en', languages.en],
        ]}
        onChange={(language) => {
          change({ language });
        }}
      />
      <Segmented<Theme>
        label={text.account.theme}
        showLabel
        value={preferences.theme}
        choices={[
          ['system', themes.system],
          ['light', themes.light],
          ['dark', themes.dark],
        ]}
        onChange={(theme) => {
          change({ theme });
        }}
      />
    </>
  );
}
