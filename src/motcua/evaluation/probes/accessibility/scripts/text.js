// Letters and language: how large, in which language, what the title, headings and links say.
(() => {
  const { all, attr, check, content, cut, faults, nothing, shown, sizable, squeeze, style } = motcua;

  const written = () => {
    const found = [], sizes = new Map();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode() && found.length < 6000) {
      const node = walk.currentNode, e = node.parentElement, words = squeeze(node.data);
      if (!words) continue;
      if (!sizes.has(e)) {
        const skip = e.closest('script, style, noscript, template, svg, option, [aria-hidden="true"]') || !sizable(e);
        sizes.set(e, skip ? 0 : parseFloat(style(e).fontSize));
      }
      if (sizes.get(e)) found.push({ e, words, size: sizes.get(e) });
    }
    return found;
  };
  const RUNNING = 'p, li, dd, dt, td, blockquote, label, article, section, main, [role=main], fieldset';
  const ASIDE = 'nav, header, footer, button, [role=navigation], figcaption, caption, small, sup, sub, code, time';
  const middle = (found) => {
    const letters = found.reduce((sum, one) => sum + one.words.length, 0);
    let past = 0;
    for (const one of [...found].sort((a, b) => a.size - b.size)) {
      past += one.words.length;
      if (past * 2 >= letters) return one.size;
    }
    return 0;
  };
  const rounded = (size) => Math.round(size * 10) / 10;

  check('text.size', () => {
    const found = written().filter((one) => one.words.length > 1);
    const running = found.filter(({ e }) => e.closest(RUNNING) && !e.closest(ASIDE));
    const told = faults();
    const judged = running.reduce((sum, one) => sum + one.words.length, 0) >= 80 ? running : found;
    if (!judged.length) return nothing;
    const value = rounded(middle(judged));
    const done = new Set();
    if (value < 16) for (const { e, size } of judged) {
      if (size < 15.95 && !done.has(e)) told.add(e, 'text-under-16', { size: rounded(size) });
      done.add(e);
    }
    return told.told({ value });
  });
  const tiny = (rule) => () => {
    const told = faults(), done = new Set();
    for (const { e, size, words } of written()) {
      if (size >= 11.95 || done.has(e) || words.length < 2 || e.closest('sup, sub')) continue;
      done.add(e);
      told.add(e, rule, { size: rounded(size), text: cut(words) });
    }
    return told.told();
  };
  check('text.small', tiny('text-tiny'));
  check('phone.small', tiny('phone-tiny'));

  // ------------------------------------------------------------ language
  const MARKS = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/giu;
  const ENGLISH = new Set('the and of to in is for you your with on this that are be or by as an it from at we can not have has will all please must if'.split(' '));
  const letters = (text) => text.match(/\p{L}/gu)?.length ?? 0;
  const tongue = (text) => {
    const many = letters(text);
    if (!many) return '';
    if ((text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Cyrillic}]/gu)?.length ?? 0) > 0.5 * many) return 'other';
    const marked = text.match(MARKS)?.length ?? 0;
    if (marked > 0.08 * many) return 'vi';
    const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
    const known = words.filter((one) => ENGLISH.has(one)).length;
    return marked <= 0.004 * many && words.length >= 12 && known >= 0.22 * words.length ? 'en' : '';
  };
  check('lang', () => {
    const told = faults(), root = document.documentElement;
    const said = squeeze(attr(root, 'lang')).toLowerCase(), whole = squeeze(document.body?.innerText).slice(0, 20000);
    const spoken = letters(whole) >= 120 ? tongue(whole) : '';
    if (!said) told.add(root, 'lang-missing');
    else if (spoken === 'vi' && !said.startsWith('vi')) told.add(root, 'lang-wrong', { said, spoken: 'vi' });
    else if (spoken === 'en' && !said.startsWith('en')) told.add(root, 'lang-wrong', { said, spoken: 'en' });
    const page = spoken === 'vi' || spoken === 'en' ? spoken : said.slice(0, 2) || 'vi';
    for (const e of all('p, li, dd, blockquote, td, h1, h2, h3, div, span, section')) {
      const own = squeeze([...e.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data).join(' '));
      if (own.length < 25 || !shown(e) || e.closest('code, pre')) continue;
      const part = tongue(own);
      const around = e.closest('[lang]'), given = around && around !== root ? attr(around, 'lang').toLowerCase().slice(0, 2) : page;
      const strange = part === 'other' ? ['vi', 'en'].includes(given) : part && ['vi', 'en'].includes(given) && part !== given && own.length >= 60;
      if (strange) told.add(e, 'lang-part', { text: cut(own), given });
    }
    return told.told({ word: said });
  });

  // ------------------------------------------------------------ title
  const EMPTY_TITLES = /^(untitled( document)?|document|home( ?page)?|index|default|new page|page|trang|trang chủ|trang web|website|welcome|title|tiêu đề|null|undefined|vue app|react app|vite \+ \w+)$/i;
  check('titles', () => {
    const told = faults(), title = squeeze(document.title);
    const head = document.querySelector('title') ?? document.documentElement;
    if (!title) told.add(head, 'title-missing');
    else if (EMPTY_TITLES.test(title)) told.add(head, 'title-empty', { title });
    else if (/^(https?:\/\/|www\.)|\.(html?|aspx?|php|jsp)$/i.test(title)) told.add(head, 'title-address', { title: cut(title) });
    else if (title.length < 5 || /^[\d\W_]+$/.test(title)) told.add(head, 'title-empty', { title });
    return told.told({ word: title.slice(0, 200) });
  });

  // ------------------------------------------------------------ headings
  const weight = (e) => parseInt(style(e).fontWeight, 10);
  const looksLikeHeading = (e, normal) => {
    const text = squeeze(e.textContent);
    if (text.length < 4 || text.length > 90 || !/\p{L}{2,}[\s\S]*\p{L}{2,}/u.test(text) || /[.;:!?…]$/.test(text)) return false;
    if (e.closest('h1, h2, h3, h4, h5, h6, [role=heading], a, button, label, th, caption, legend, summary, nav, header, footer, li, dt, figure, blockquote, [role=button], form [class*=label]')) return false;
    if (e.querySelector('h1, h2, h3, h4, h5, h6, a, button, input, img, p, div')) return false;
    const inner = e.children.length === 1 && squeeze(e.firstElementChild.textContent) === text ? e.firstElementChild : e;
    const size = parseFloat(style(inner).fontSize);
    if (size < 1.2 * normal || weight(inner) < 600) return false;
    const next = e.nextElementSibling;
    return Boolean(next && shown(next) && squeeze(next.textContent).length > text.length && parseFloat(style(next).fontSize) < size);
  };
  check('headings', () => {
    const told = faults();
    const found = all('h1, h2, h3, h4, h5, h6, [role=heading]').filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[aria-hidden="true"]'));
    const level = (e) => parseInt(attr(e, 'aria-level') ?? (/^h[1-6]$/.test(e.localName) ? e.localName[1] : '2'), 10);
    const many = squeeze(document.body?.innerText).length;
    if (!found.length && many > 400) told.add(document.body, 'heading-none');
    else if (found.length && !found.some((e) => level(e) === 1)) told.add(found[0], 'heading-first', { level: level(found[0]) });
    let before = 0;
    for (const e of found) {
      if (!content(e) && !attr(e, 'aria-label') && !e.querySelector('svg, [aria-label]')) { told.add(e, 'heading-empty', { level: level(e) }); continue; }
      if (before && level(e) > before + 1) told.add(e, 'heading-skip', { from: before, to: level(e), text: cut(content(e)) });
      before = level(e);
    }
    const normal = parseFloat(style(document.body).fontSize);
    for (const e of all('p, div, span, b, strong')) {
      if (['SPAN', 'B', 'STRONG'].includes(e.tagName) && style(e).display === 'inline') continue;
      if (e.textContent.length < 120 && shown(e) && looksLikeHeading(e, normal)) told.add(e, 'heading-fake', { text: cut(e.textContent), size: rounded(parseFloat(style(e).fontSize)) });
    }
    return found.length || many > 400 ? told.told() : nothing;
  });

  // ------------------------------------------------------------ tables of data
  const layout = (e) => ['presentation', 'none'].includes(attr(e, 'role')) || e.querySelector('table, form, input:not([type=checkbox]), h1, h2, h3, iframe') || e.closest('table table');
  check('tables', () => {
    const told = faults();
    const found = all('table').filter((e) => sizable(e) && !layout(e) && e.rows.length >= 3 && e.rows[1].cells.length >= 2);
    for (const e of found) {
      const cells = [...e.rows].flatMap((row) => [...row.cells]), short = cells.filter((one) => squeeze(one.textContent).length <= 80);
      if (short.length < 0.8 * cells.length || e.querySelector('th, [role=columnheader], [role=rowheader]')) continue;
      told.add(e, 'table-headless', { rows: e.rows.length, columns: e.rows[1].cells.length });
    }
    return found.length ? told.told() : nothing;
  });

  // ------------------------------------------------------------ words of links, words that only eyes follow
  const VAGUE = /^(tại đây|ở đây|vào đây|đây|bấm (vào )?đây|nhấn (vào )?đây|nhấp (vào )?đây|click here|here|link|xem|xem thêm|chi tiết|xem chi tiết|đọc tiếp|more|read more|liên kết|»|>>|\.\.\.|…)$/i;
  check('link_text', () => {
    const told = faults(), links = all('a[href]').filter(sizable), same = new Map();
    if (!links.length) return nothing;
    for (const e of links) {
      const text = content(e);
      if (!VAGUE.test(text) || attr(e, 'aria-label') || attr(e, 'aria-labelledby') || attr(e, 'aria-describedby') || attr(e, 'title')) continue;
      const around = squeeze(e.closest('p, li, td, dd, h1, h2, h3, h4, h5, h6, article, figure, [role=listitem], label')?.textContent);
      if (around.length <= text.length + 8) told.add(e, 'link-vague', { text });
      else same.set(text.toLowerCase(), [...(same.get(text.toLowerCase()) ?? []), e]);
    }
    for (const twins of same.values()) {
      const plain = twins.filter((e) => /đây|here|link|liên kết/i.test(e.textContent));
      if (plain.length >= 3 && new Set(plain.map((e) => e.href)).size >= 3) for (const e of plain) told.add(e, 'link-same', { text: content(e), times: plain.length });
    }
    return told.told();
  });
  const SENSED = [
    /(nút|ô|mục|trường|biểu tượng|chữ|dòng|phần|khung)\s+(có\s+|in\s+|tô\s+)?màu\s+(đỏ|xanh|vàng|cam|tím|hồng|xám|lục|lam)/iu,
    /(nút|biểu tượng|khung|ô)\s+(có\s+)?(hình\s+)?(tròn|vuông|tam giác|mũi tên)/iu,
    /(nút|khung|cột|bảng|danh sách|trình đơn|menu|biểu tượng)\s+(nằm\s+)?(ở\s+)?(góc\s+)?(bên|phía)\s+(phải|trái|trên|dưới)/iu,
    /(red|green|blue|orange|yellow)\s+(button|icon|field|link)|(button|menu|icon|column)\s+(on|to|at)\s+the\s+(left|right|top|bottom)/i,
  ];
  const DIRECTS = /bấm|nhấn|nhấp|chọn|kích|click|gõ|điền|nhập|tìm|dùng|bắt buộc|press|select|choose|required/i;
  check('sensory', () => {
    const told = faults();
    for (const e of all('p, li, dd, td, label, legend, div, span, small')) {
      const own = squeeze([...e.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data).join(' '));
      if (own.length < 10 || own.length > 600 || !SENSED.some((one) => one.test(own)) || !shown(e)) continue;
      if (!DIRECTS.test(own)) continue;
      if (/[“”"«»‘’]/.test(own) || e.querySelector('b, strong, em, a, button, kbd')) continue; // named as well
      told.add(e, 'sensory-only', { text: cut(own, 90) });
    }
    return told.told();
  });
})();
