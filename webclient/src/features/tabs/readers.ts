import type { AllWords } from '../../i18n/text.tsx';
import type { DepartmentId, Readers, TabAudience } from '../../protocol/generated.ts';

/// Who reads a tab: in words, and how many they are as far as that is known.
export interface Readership {
  who: string;
  count: number | undefined;
}

interface Audience {
  audience: TabAudience;
  department?: DepartmentId | undefined;
}

export function readershipOf(
  { audience, department }: Audience,
  departmentName: string,
  readers: Readers | undefined,
  text: AllWords,
): Readership {
  const words = text.layout.readers;
  switch (audience) {
    case 'members':
      return { who: words.members(readers?.members), count: readers?.members };
    case 'department': {
      const there = readers?.departments.find((each) => each.department === department)?.members ?? 0;
      const count = readers && there;
      return { who: words.department(count, departmentName), count };
    }
    case 'guests':
      return {
        who: words.guests(readers?.members, readers?.guests),
        count: readers && readers.members + readers.guests,
      };
  }
}

/// Whether the same people read both.
export const sameReaders = (one: Audience, other: Audience): boolean =>
  one.audience === other.audience && (one.audience !== 'department' || one.department === other.department);
