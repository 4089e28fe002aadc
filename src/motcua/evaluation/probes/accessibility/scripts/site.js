// What only several pages tell together: the order of the menu, where help is, how to get around.
(() => {
  const { all, attr, check, content, cut, sizable, squeeze } = motcua;
  const region = (e) => ['header', 'nav', 'main', 'aside', 'footer'].find((one) => e.closest(`${one}, [role=${{ header: 'banner', nav: 'navigation', main: 'main', aside: 'complementary', footer: 'contentinfo' }[one]}]`)) ?? 'body';
  check('menu', () => {
    const menu = all('nav, [role=navigation]').filter((e) => sizable(e) && !/breadcrumb|đường dẫn|phân trang|pagination/i.test(`${attr(e, 'class') ?? ''} ${attr(e, 'aria-label') ?? ''}`))
      .map((e) => all('a[href]', e).filter(sizable).map((one) => cut(content(one), 40)).filter(Boolean)).find((items) => items.length >= 3);
    return { applies: Boolean(menu), by: {}, kept: {}, word: [...new Set(menu ?? [])].slice(0, 20).join(' | ') };
  });
  const HELP = /liên hệ|hotline|tổng đài|đường dây nóng|trợ giúp|hỗ trợ|hỏi đáp|câu hỏi thường gặp|contact|help|faq/i;
  check('help_place', () => {
    const found = all('a[href], button').filter((e) => sizable(e) && (HELP.test(content(e)) && content(e).length < 60 || /^tel:/.test(attr(e, 'href') ?? '')));
    const places = [...new Set(found.map(region))].sort();
    return { applies: places.length > 0, by: {}, kept: {}, word: places.join(',') };
  });
  check('ways', () => {
    const search = all('input[type=search], [role=search] input, form input[name]').some((e) => e.type === 'search' || e.closest('[role=search]') || /^(q|s|key|keyword|search|tukhoa|tim)/i.test(e.name) || /tìm/i.test(e.placeholder ?? ''));
    const map = all('a[href]').some((e) => /sơ đồ (cổng|trang|site)|sitemap|site map|danh mục|tất cả (thủ tục|dịch vụ)|mục lục/i.test(squeeze(e.textContent)));
    const menu = all('nav a[href], [role=navigation] a[href], header a[href]').filter(sizable).length >= 3;
    return { applies: true, by: {}, kept: {}, value: [search, map, menu].filter(Boolean).length };
  });
})();
