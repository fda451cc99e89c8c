import type { TabId } from '../../protocol/generated.ts';
import { EventHeadHere } from '../calendar/EventHeadHere.tsx';
import { NewsHeadHere } from '../news/NewsHeadHere.tsx';
import type { Draft } from '../posts/drafts.ts';

interface Props {
  tab: TabId;
  value: Draft;
  /// It waits for approval: of an event its words alone can be changed meanwhile.
  isHeld?: boolean;
  onChange: (value: Draft) => void;
}

/// What stands above the text of a post that is edited, when it has a title.
export function TitledHead({ tab, value, isHeld = false, onChange }: Props) {
  const { news, event } = value;
  if (news) return <NewsHeadHere tab={tab} news={news} tries={1} onChange={(next) => onChange({ ...value, news: next })} />;
  if (!event) return null;
  return <EventHeadHere event={event} tries={1} elsewhere={isHeld ? 'later' : 'menu'} onChange={(next) => onChange({ ...value, event: next })} />;
}
