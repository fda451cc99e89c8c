/// Word's lists are paragraphs that look like items: `mso-list: l0 level2 lfo1`, with the bullet or number as a word of its own.
/// They become lists here.

const levelOf = (of: Element): number | undefined => {
  const [, level] = /mso-list:[^;]*\blevel(\d)/i.exec(of.getAttribute('style') ?? '') ?? [];
  return level === undefined ? undefined : Number(level);
};

interface Open {
  list: Element;
  level: number;
}

export function makeLists(body: Element): void {
  let open: Open[] = [];
  let place: Element | undefined;
  for (const item of body.querySelectorAll('[style*="mso-list"]')) {
    const level = levelOf(item);
    if (level === undefined || item.matches('li, span')) continue;
    if (!place || next(place) !== item) {
      open = [];
      place = body.ownerDocument.createElement('div');
      item.before(place);
    }
    add(item, level, open, place);
  }
}

/// What stands right behind it, space and comments aside.
function next(of: Element): Element | null {
  const isEmpty = (node: Node | null) => node !== null && !(node instanceof Element) && (node.nodeType === 8 || node.textContent?.trim() === '');
  let node = of.nextSibling;
  while (isEmpty(node)) node = node?.nextSibling ?? null;
  return node instanceof Element ? node : null;
}

function add(item: Element, level: number, open: Open[], place: Element): void {
  const sign = item.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]');
  const [, number] = /^\s*\(?(\d+|[a-z]{1,4})[.)]/i.exec(sign?.textContent ?? '') ?? [];
  sign?.remove();
  const kind = number === undefined ? 'UL' : 'OL';
  while ((open.at(-1)?.level ?? 0) > level) open.pop();
  const around = open.at(-1);
  if (around?.level === level && around.list.nodeName !== kind) open.pop();
  let list = open.at(-1)?.level === level ? open.at(-1)?.list : undefined;
  if (!list) {
    list = item.ownerDocument.createElement(kind);
    if (number !== undefined && Number(number) > 1) list.setAttribute('start', number);
    (open.at(-1)?.list.lastElementChild ?? place).append(list);
    open.push({ list, level });
  }
  const made = item.ownerDocument.createElement('li');
  made.append(...item.childNodes);
  list.append(made);
  item.remove();
}
