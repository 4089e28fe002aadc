// Pictures, sound, things that move, clocks that run out, screens that are locked.
(() => {
  const { all, attr, check, content, cut, faults, nothing, rules, shown, sizable, squeeze } = motcua;
  const file = (e) => decodeURIComponent((e.currentSrc || attr(e, 'src') || '').split(/[?#]/)[0].split('/').at(-1).replace(/%(?![0-9a-f]{2})/gi, ''));

  check('alt', () => {
    const told = faults(), found = all('img[alt], input[type=image][alt], area[alt], [role=img][aria-label]').filter((e) => e.checkVisibility());
    for (const e of found) {
      const alt = squeeze(attr(e, 'alt') ?? attr(e, 'aria-label'));
      if (!alt) continue;
      if (/\.(jpe?g|png|gif|svg|webp|bmp|tiff?)$/i.test(alt) || /^(img|image|dsc|dscn|picture|hinh|anh|photo|screenshot|scan|untitled)?[ _-]*\d{1,}$/i.test(alt)
        || (alt.length > 6 && !/\s/.test(alt) && /[_-]|\d{3}/.test(alt) && alt.toLowerCase() === file(e).toLowerCase().replace(/\.\w+$/, ''))) told.add(e, 'alt-file', { alt: cut(alt) });
      else if (/^(image|img|photo|picture|graphic|icon|banner|hình|ảnh|hình ảnh|bức ảnh|hình minh họa|ảnh minh họa|biểu tượng|alt|null|undefined|no alt|noimage|spacer|slide ?\d*|ảnh \d+|hình \d+)$/i.test(alt)) told.add(e, 'alt-word', { alt });
    }
    return found.length ? told.told() : nothing;
  });

  const EMBLEM = /logo|biểu (trưng|tượng)|quốc (huy|kỳ)|huy hiệu|icon|cờ |flag|emblem|qr/i;
  check('images_of_text', () => {
    const told = faults(), found = all('img').filter((e) => sizable(e) && e.naturalWidth !== 1);
    for (const e of found) {
      const alt = squeeze(attr(e, 'alt')), { width, height } = e.getBoundingClientRect();
      const words = alt.split(' ').filter(Boolean).length, said = `${alt} ${file(e)}`;
      if (words < 2 || EMBLEM.test(said)) continue;
      const stands = e.closest('h1, h2, h3, h4, h5, h6, button, [role=button], nav a, [role=navigation] a, th, label');
      if (stands && width >= 60 && height <= 140 && content(stands) === alt) told.add(e, 'image-stands-for-text', { text: cut(alt) });
      else if (words >= 6 && width >= 200 && /(thong-?_?bao|huong-?_?dan|quy-?_?trinh|quy-?_?dinh|tieu-?_?de|noi-?_?dung|van-?_?ban|poster|infographic|slogan|banner|text|bang-?_?gia|le-?_?phi|lich-?_?lam)/i.test(file(e))) told.add(e, 'image-holds-text', { text: cut(alt), file: cut(file(e), 40) });
    }
    return found.length ? told.told() : nothing;
  });

  // ------------------------------------------------------------ video and sound
  const scenery = (e) => e.muted && e.loop && !e.controls;
  check('captions', () => {
    const told = faults(), films = all('video').filter((e) => shown(e) && !scenery(e));
    for (const e of films) if (!e.querySelector('track[kind=captions], track[kind=subtitles], track:not([kind])')) told.add(e, 'video-uncaptioned', { src: cut(file(e) || attr(e.querySelector('source') ?? e, 'src') || '', 60) });
    const elsewhere = all('iframe[src]').filter((e) => /youtube|youtu\.be|vimeo|dailymotion|facebook\.com\/plugins\/video|tiktok/.test(attr(e, 'src')) && shown(e));
    if (!films.length && !elsewhere.length) return nothing;
    return told.told({ elsewhere: elsewhere.length, only_elsewhere: !films.length });
  });
  check('sound', () => {
    const told = faults(), found = all('audio, video');
    for (const e of found) if (e.autoplay && !e.muted && !e.controls && attr(e, 'muted') === null) told.add(e, 'sound-autoplay', { tag: e.localName });
    for (const e of all('bgsound, embed[src$=".mp3"], embed[src$=".mid"], embed[src$=".wav"]')) told.add(e, 'sound-autoplay', { tag: e.localName });
    return found.length || told.by['sound-autoplay'] ? told.told() : nothing;
  });

  // ------------------------------------------------------------ what moves by itself
  const STOP = /dừng|tạm ngừng|pause|stop|tắt (hiệu ứng|chuyển động)/i;
  const stoppable = () => all('button, [role=button], a, input[type=button]').some((e) => STOP.test(`${content(e)} ${attr(e, 'aria-label') ?? ''} ${attr(e, 'title') ?? ''} ${attr(e, 'value') ?? ''}`));
  const busy = (e) => e.closest('[role=progressbar], [role=status], [aria-busy=true], progress');
  const moving = () => document.getAnimations().filter((one) => {
    const e = one.effect?.target, time = one.effect?.getComputedTiming?.();
    return e && time && one.playState === 'running' && time.endTime > 5000 && !(one instanceof CSSTransition) && !busy(e) && sizable(e);
  }).map((one) => ({ e: one.effect.target, lasts: one.effect.getComputedTiming().endTime, name: one.animationName ?? '' }));
  const CAROUSEL = '[data-ride=carousel], [data-bs-ride=carousel], [data-autoplay="true"], [data-slick*=\'"autoplay":true\'], [data-swiper-autoplay], [data-flickity*=autoPlay], [data-owl-autoplay]';
  check('motion', () => {
    const told = faults(), free = !stoppable(), still = moving(), done = new Set();
    for (const { e, lasts, name } of still) {
      if (!done.has(e) && free) told.add(e, 'motion-endless', { name, lasts: Number.isFinite(lasts) ? Math.round(lasts / 1000) : 0 });
      done.add(e);
    }
    for (const e of all('marquee, blink')) if (shown(e)) told.add(e, 'motion-marquee', { tag: e.localName, text: cut(e.textContent) });
    for (const e of all('video[autoplay]')) if (shown(e) && !e.controls && free && (e.loop || e.duration > 5)) told.add(e, 'motion-video');
    for (const e of all(CAROUSEL)) if (shown(e) && free && e.children.length) told.add(e, 'motion-carousel');
    return told.told({ moving: still.length });
  });
  // Asked again once the browser says that its user wants less motion.
  check('motion.reduced', () => {
    const told = faults(), done = new Set();
    for (const { e, name } of moving()) {
      if (!done.has(e)) told.add(e, 'motion-not-reduced', { name });
      done.add(e);
    }
    return told.told();
  });

  // ------------------------------------------------------------ time
  check('time_limit', () => {
    const told = faults();
    for (const e of all('meta[http-equiv]')) {
      if (!/^refresh$/i.test(attr(e, 'http-equiv'))) continue;
      const seconds = parseFloat(attr(e, 'content'));
      if (seconds > 0 && seconds < 72000) told.add(e, 'refresh-timed', { seconds });
    }
    return told.told();
  });

  // ------------------------------------------------------------ orientation
  const WHOLE = /^(html|body|main|#app|#root|#main|#content|\.(app|wrapper|page|container|main|site|content))(\s|$|,|>|\.|:)/;
  const turned = (text) => /rotate\(\s*-?(90|270)deg|rotate\(\s*-?0?\.(25|75)turn|rotateZ\(\s*-?(90|270)deg/.test(text);
  check('orientation', () => {
    const told = faults();
    const closed = rules((rule, media) => {
      const way = media.map((one) => /orientation:\s*(portrait|landscape)/.exec(one)?.[1]).find(Boolean);
      if (!way) return;
      const given = `${rule.style.transform} ${rule.style.rotate && `rotate(${rule.style.rotate})`}`;
      const target = rule.selectorText.split(',').map(squeeze).find((one) => WHOLE.test(one));
      if (turned(given) && target) told.add(document.querySelector(target) ?? document.documentElement, 'orientation-turned', { way, selector: cut(rule.selectorText, 60) });
      else if (target && rule.style.display === 'none') told.add(document.querySelector(target) ?? document.documentElement, 'orientation-hidden', { way, selector: cut(rule.selectorText, 60) });
    });
    return told.told({ closed });
  });
})();
