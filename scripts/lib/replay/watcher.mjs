/// A browser that looks at the group on one node and notes what comes in over its live channel and what its page shows.

const settled = 180_000; // thousands of posts on one page take a slow machine a while

export class Watcher {
  /// `{id, seq, stream, at}` of each post.created, as frames brought them.
  arrived = [];
  complaints = [];
  #page;
  #node;

  static async open(browser, node, login, password, group) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
    const watcher = new Watcher(await context.newPage(), node);
    await watcher.#signIn(login, password);
    await watcher.#page.goto(`${node}/g/${group}/all`);
    const late = setTimeout(() => watcher.#giveUp(new Error(`the page at ${node} did not go live`)), settled);
    await watcher.#live.finally(() => clearTimeout(late));
    return watcher;
  }

  constructor(page, node) {
    this.#page = page;
    this.#node = node;
    this.#live = new Promise((resolve, reject) => {
      this.#giveUp = reject;
      page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => this.#read(String(payload), resolve));
      });
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.complaints.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  #live;
  #giveUp;

  /// The group's stream is followed once the server says so.
  #read(text, nowLive) {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const event = JSON.parse(line);
      if (event.type === 'subscribed' && event.stream?.startsWith('group:')) nowLive();
      if (event.type !== 'post.created') continue;
      this.arrived.push({ id: event.data.post.id, seq: event.seq, stream: event.stream, at: performance.now() });
    }
  }

  async #signIn(login, password) {
    await this.#page.goto(this.#node);
    const status = await this.#page.evaluate(
      async (body) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch('/api/session', { method: 'POST', headers, body })).status;
      },
      JSON.stringify({ login, password }),
    );
    if (status !== 200) throw new Error(`${login} could not sign in at ${this.#node}: ${status}`);
    this.complaints.length = 0; // the first page asks who is there, and nobody is: that 401 is no fault
  }

  async waitFor(count) {
    const deadline = performance.now() + settled;
    while (this.arrived.length < count && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /// Reveals what waits, and returns the ids on the page from top to bottom once `count` are there.
  async shown(count) {
    const pill = this.#page.locator('[role=status] button');
    const articles = this.#page.locator('article[data-post]');
    const deadline = performance.now() + settled;
    for (;;) {
      if (await pill.isVisible()) await pill.click();
      if ((await articles.count()) >= count || performance.now() > deadline) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return articles.evaluateAll((all) => all.map((article) => Number(article.dataset.post)));
  }

  /// Nothing but our own elements may come out of a text: no image, no frame, no script, no foreign scheme.
  async unsafeElements() {
    return this.#page.evaluate(() => {
      const foreign = [...document.querySelectorAll('article :is(img, script, iframe, object, embed, form, style)')];
      const links = [...document.querySelectorAll('article a[href]')].filter(
        (link) => !['http:', 'https:', 'mailto:'].includes(new URL(link.href).protocol),
      );
      return foreign.length + links.length;
    });
  }

  async scrollDown() {
    await this.#page.mouse.wheel(0, 3000);
  }

  async lookAt(path, file, { width = 1440, height = 900, dark = false } = {}) {
    await this.#page.setViewportSize({ width, height });
    await this.#page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    if (path) await this.#page.goto(this.#node + path);
    await this.#page.locator('article, main').first().waitFor();
    await this.#page.waitForLoadState('networkidle');
    await this.#page.screenshot({ path: file });
  }
}
