/// What a page shows of a question while one does something with it, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';

export const questionStates: Record<string, (page: Page) => Promise<void>> = {
  'a question in the making': async (page) => {
    // Where nothing is begun yet.
    await openGroup(page, 'SSC & Logistiek');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    await page.getByRole('region', { name: 'Nieuw bericht' }).getByText('Vraag', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Waar gaat het over?' }).fill('loonstrook');
    await page.getByRole('option', { name: /Salaris en loonstrook/ }).click();
    await expect(page.getByText(/^Gaat naar HR\./)).toBeVisible();
  },
  'a private question in the making': async (page) => {
    await openGroup(page, 'SSC & Logistiek');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    await page.getByRole('region', { name: 'Nieuw bericht' }).getByText('Vraag', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Waar gaat het over?' }).fill('loonstrook');
    await page.getByRole('option', { name: /Salaris en loonstrook/ }).click();
    await page.getByRole('radio', { name: 'Privé: alleen de servicedesk van HR en jij' }).check();
    await expect(page.getByRole('button', { name: 'Stel je vraag privé' })).toBeVisible();
  },
  'a question with an answer': async (page) => {
    await openOwnQuestion(page, 'answered');
    await expect(page.getByRole('region', { name: 'Antwoord' })).toBeVisible();
  },
  'a question that is asked again': async (page) => {
    await openOwnQuestion(page, 'answered');
    await page.getByRole('button', { name: 'Nog niet beantwoord' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open opnieuw' }).click();
    await expect(page.getByText('Schrijf in een paar woorden wat je nog mist.')).toBeVisible();
  },
  'a question that was merged': async (page) => {
    await openOwnQuestion(page, 'merged');
    await expect(page.getByRole('button', { name: 'Losmaken' })).toBeVisible();
    await expect(page.getByRole('link', { name: /^Samengevoegd met/ })).toBeVisible();
  },
  'questions that ask the same': async (page) => {
    await page.route('**/api/posts/*/question/equals**', async (route) => {
      const answer = await page.request.get('/api/home/posts?unread=false&limit=3');
      await route.fulfill({ json: (await answer.json()) as object });
    });
    await openOwnQuestion(page, 'asked');
    await page.getByRole('article').first().getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
    await page.getByRole('menuitem', { name: 'Voeg samen met…' }).click();
    await page.getByRole('dialog').getByRole('radio').first().check();
    await page.getByRole('dialog').getByRole('searchbox').fill('toeslag');
  },
  'a question that is sent on': async (page) => {
    await openOwnQuestion(page, 'asked');
    await page.getByRole('article').first().getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
    await page.getByRole('menuitem', { name: 'Stuur door naar…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stuur door', exact: true }).click();
    await expect(page.getByText('Kies een dienst of afdeling.')).toBeVisible();
  },
};

interface Found {
  post: { id: number; author: number };
}

/// A group whose newest post is a question of one's own; when it is answered, by what a colleague wrote. No other test
/// writes there: a new post would take the first place.
async function openOwnQuestion(page: Page, state: 'asked' | 'answered' | 'merged'): Promise<void> {
  const { person: me } = (await (await page.request.get('/api/me')).json()) as { person: { id: number; department: number } };
  await page.route('**/api/groups/*/posts', async (route) => {
    const answer = await route.fetch();
    const found = (await answer.json()) as { items: Found[] };
    const [{ post, ...view }, ...others] = found.items as [Found, ...Found[]];
    const asked = { ...post, kind: 'question', author: me.id };
    const comment = { ...post, post: post.id, id: 900_000 };
    const answered = {
      question: { version: 99, state, answer: comment.id },
      answer: { comment, reactions: { counts: [], version: 0 }, mine: { may_edit: false, may_delete: false } },
    };
    const [other] = others;
    const byState = {
      asked: { question: { version: 99, state, department: me.department } },
      answered,
      merged: { ...answered, question: { ...answered.question, state: 'answered', merged_into: other?.post.id ?? post.id } },
    };
    await route.fulfill({ response: answer, json: { ...found, items: [{ ...view, post: asked, ...byState[state] }, ...others] } });
  });
  await openGroup(page, 'Stuurgroep');
}
