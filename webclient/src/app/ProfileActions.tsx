import { useNavigate } from '@tanstack/react-router';
import { Bookmark, CalendarClock, CircleDot, CircleHelp, CircleQuestionMark, FilePenLine, IdCard, Keyboard, Languages, LogOut, Moon, Sun, UserRound, UserRoundCheck, UsersRound } from 'lucide-react';
import type { RefObject } from 'react';
import { MenuItem, MenuLine, OpenMenu } from '../design/Menu.tsx';
import { complain } from '../design/toast.ts';
import { changePreferences } from '../features/accounts/preferences.ts';
import { useMe } from '../features/accounts/session.ts';
import { ownPresence, signOf } from '../features/presence/presence.ts';
import { useChoosing } from '../features/presence/useChoosing.ts';
import { useNow } from '../i18n/clock.ts';
import { useText } from '../i18n/text.tsx';
import type { Preferences } from '../protocol/generated.ts';
import { errorKey } from '../protocol/errors.ts';
import { useStore } from '../state/store.ts';

interface Props {
  label: string;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
  onPresence: () => void;
  onHelp: () => void;
  onSignOut: () => void;
}

export function ProfileActions({ label, trigger, onClose, onPresence, onHelp, onSignOut }: Props) {
  const text = useText();
  const { person, preferences, rights } = useMe();
  const navigate = useNavigate();
  const failed = (error: unknown) => {
    complain(text.errors[errorKey(error)]);
  };
  const change = (preference: Partial<Preferences>) => void changePreferences(preference).catch(failed);
  const held = signOf(useStore(ownPresence), useNow());
  const choose = useChoosing();
  const otherLanguage = preferences.language === 'nl' ? 'en' : 'nl';
  const isDark = preferences.theme === 'dark' || (preferences.theme === 'system' && deviceIsDark());

  return (
    <OpenMenu label={label} trigger={trigger} onClose={onClose}>
      <MenuItem
        icon={<IdCard size={18} aria-hidden />}
        onAction={() => void navigate({ to: '/people/$person', params: { person: String(person.id) } })}
      >
        {text.nav.ownProfile}
      </MenuItem>
      {held && (
        <MenuItem icon={<UserRoundCheck size={18} aria-hidden />} onAction={() => void choose({ shown: true })}>
          {text.presence.end[held.sign]}
        </MenuItem>
      )}
      <MenuItem icon={<CircleDot size={18} aria-hidden />} onAction={onPresence}>
        {text.presence.yours}
      </MenuItem>
      <MenuItem icon={<Bookmark size={18} aria-hidden />} onAction={() => void navigate({ to: '/bookmarks' })}>
        {text.nav.bookmarks}
      </MenuItem>
      <MenuItem icon={<CircleQuestionMark size={18} aria-hidden />} onAction={() => void navigate({ to: '/q' })}>
        {text.privately.list}
      </MenuItem>
      <MenuItem icon={<FilePenLine size={18} aria-hidden />} onAction={() => void navigate({ to: '/drafts' })}>
        {text.scheduling.nav.drafts}
      </MenuItem>
      <MenuItem icon={<CalendarClock size={18} aria-hidden />} onAction={() => void navigate({ to: '/scheduled' })}>
        {text.scheduling.nav.scheduled}
      </MenuItem>
      <MenuItem icon={<UserRound size={18} aria-hidden />} onAction={() => void navigate({ to: '/account' })}>
        {text.nav.account}
      </MenuItem>
      {rights.includes('manage_people') && (
        <MenuItem icon={<UsersRound size={18} aria-hidden />} onAction={() => void navigate({ to: '/admin/people' })}>
          {text.nav.managePeople}
        </MenuItem>
      )}
      <MenuItem
        icon={<Languages size={18} aria-hidden />}
        onAction={() => {
          change({ language: otherLanguage });
        }}
      >
        {text.app.languages[otherLanguage]}
      </MenuItem>
      <MenuItem
        icon={isDark ? <Sun size={18} aria-hidden /> : <Moon size={18} aria-hidden />}
        onAction={() => {
          change({ theme: isDark ? 'light' : 'dark' });
        }}
      >
        {isDark ? text.nav.lighter : text.nav.darker}
      </MenuItem>
      <MenuItem icon={<CircleHelp size={18} aria-hidden />} onAction={() => void navigate({ to: '/help' })}>
        {text.nav.guide}
      </MenuItem>
      <MenuItem icon={<Keyboard size={18} aria-hidden />} onAction={onHelp}>
        {text.nav.help}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<LogOut size={18} aria-hidden />} onAction={onSignOut}>
        {text.nav.signOut}
      </MenuItem>
    </OpenMenu>
  );
}

const deviceIsDark = () => window.matchMedia('(prefers-color-scheme: dark)').matches;
