import { useEffectEvent, useLayoutEffect } from 'react';
import { singleKeys } from '../features/accounts/preferences.ts';
import { runCommand } from '../state/commands.ts';

/// Keys that work all over the page. Single letters only when the person wants them (WCAG 2.1.4), never while typing.
export interface ShortcutActions {
  goHome: () => void;
  goGroups: () => void;
  goCalendar: () => void;
  goQuestions: () => void;
  goNotifications: () => void;
  compose: () => void;
  help: () => void;
}

const sequenceWindow = 1200;

export function useShortcuts(actions: ShortcutActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent, afterG: boolean): boolean => pressed(event, afterG, actions));
  useLayoutEffect(() => {
    let gPressedAt = -Infinity;
    const listen = (event: KeyboardEvent) => {
      const afterG = event.timeStamp - gPressedAt < sequenceWindow;
      gPressedAt = -Infinity;
      if (!isForUs(event)) return;
      if (event.key === 'g' && !afterG) gPressedAt = event.timeStamp;
      else if (onKey(event, afterG)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
}

function pressed({ key }: KeyboardEvent, afterG: boolean, actions: ShortcutActions): boolean {
  const run = afterG
    ? { h: actions.goHome, g: actions.goGroups, a: actions.goCalendar, q: actions.goQuestions, n: actions.goNotifications }[key]
    : {
        j: () => runCommand('next'),
        k: () => runCommand('previous'),
        // Nothing unread here: where it is shown together.
        n: () => runCommand('nextUnread') || actions.goHome(),
        l: () => runCommand('like'),
        r: () => runCommand('reply'),
        b: () => runCommand('keep'),
        u: () => runCommand('unread'),
        c: actions.compose,
        '?': actions.help,
      }[key];
  run?.();
  return run !== undefined;
}

function isForUs(event: KeyboardEvent): boolean {
  if (!singleKeys.get() || event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  return !(target instanceof Element) || !target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"]');
}
