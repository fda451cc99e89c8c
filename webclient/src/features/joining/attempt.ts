import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';

/// Does it, and says how it went.
export async function attempt<Result>(
  text: AllWords,
  act: () => Promise<Result>,
  done?: (result: Result) => string,
): Promise<Result | undefined> {
  try {
    const result = await act();
    if (done) say(done(result));
    return result;
  } catch (error) {
    complain(text.errors[errorKey(error)]);
    return undefined;
  }
}
