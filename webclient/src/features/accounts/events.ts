import type { LiveEvent } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { remember, showPreferences } from './preferences.ts';
import { currentMe, rememberWelcome, sessionEnded } from './session.ts';
import { sessionsKey } from './sessions.ts';

export type AccountEvent = Extract<LiveEvent, { type: `session.${string}` | `preferences.${string}` | `welcome.${string}` }>;

export function applyAccountEvent(event: AccountEvent): void {
  switch (event.type) {
    case 'session.started':
      void queries.invalidateQueries({ queryKey: sessionsKey });
      return;
    case 'session.ended':
      if (event.data.session === currentMe()?.session) sessionEnded();
      else void queries.invalidateQueries({ queryKey: sessionsKey });
      return;
    case 'preferences.changed':
      remember(event.data.preferences);
      void showPreferences(event.data.preferences);
      return;
    case 'welcome.done':
      rememberWelcome();
      return;
    default:
      event satisfies never;
  }
}
