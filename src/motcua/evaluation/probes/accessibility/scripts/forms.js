// Fields: their labels, what is required, how errors are tied to them, what fills them in.
(() => {
  const { all, attr, byIds, called, check, colour, contrast, cut, faults, ground, labelsOf, nothing, over, shown, sizable, squeeze, style } = motcua;
  const FIELD = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea';
  const TYPED = /^(text|email|tel|url|search|password|number|date|)$/;
  const fields = () => all(FIELD).filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[aria-hidden="true"], [inert]'));
  const type = (e) => (e.localName === 'input' ? squeeze(attr(e, 'type')).toLowerCase() : e.localName);
  const typed = (e) => TYPED.test(type(e)) || e.localName === 'textarea';
  const box = (e) => e.closest('form, [role=search], fieldset') ?? document.body;
  const searching = (e) => type(e) === 'search' || e.closest('[role=search]') || /^(q|s|k|key|keyword|search|query|tukhoa|tu-khoa|tim|timkiem)$/i.test(attr(e, 'name') ?? '')
    || all('button, input[type=submit]', e.form ?? e.parentElement).some((one) => /^tìm|search/i.test(squeeze(one.textContent || one.value)) && all(FIELD, e.form ?? e.parentElement).length === 1);

  // ------------------------------------------------------------ labels
  const judge = (e, told) => {
    const label = labelsOf(e) || byIds(e, 'aria-labelledby') || squeeze(attr(e, 'aria-label'));
    if (label) return;
    if ([...(e.labels ?? [])].some((one) => one.querySelector('img[alt]:not([alt=""]), [aria-label], svg title'))) return;
    const title = squeeze(attr(e, 'title')), hint = squeeze(attr(e, 'placeholder'));
    if (hint && searching(e)) return;
    if (hint) told.add(e, 'label-placeholder', { text: cut(hint) });
    else if (title) told.add(e, 'label-title', { text: cut(title) });
    else told.add(e, 'label-missing', { text: cut(attr(e, 'name') ?? attr(e, 'id') ?? '') });
  };
  const groups = () => {
    const found = new Map();
    for (const e of fields().filter((one) => /^(radio|checkbox)$/.test(type(one)) && attr(one, 'name'))) {
      const key = `${type(e)} ${attr(e, 'name')}`;
      found.set(key, [...(found.get(key) ?? []), e]);
    }
    return [...found.values()].filter((one) => one.length > 1);
  };
  const grouped = (e) => {
    const around = e.closest('fieldset, [role=group], [role=radiogroup], table');
    if (!around) return false;
    if (around.localName === 'table') return true;
    if (around.localName === 'fieldset' && squeeze(around.querySelector('legend')?.textContent)) return true;
    return Boolean(attr(around, 'aria-label') || byIds(around, 'aria-labelledby'));
  };
  check('labels', () => {
    const told = faults(), found = fields();
    for (const e of found) judge(e, told);
    for (const group of groups()) if (!grouped(group[0])) told.add(group[0], 'label-group', { name: attr(group[0], 'name'), many: group.length });
    for (const e of all('label[for]')) {
      const id = attr(e, 'for');
      if (shown(e) && id && !document.getElementById(id) && !e.querySelector(FIELD)) told.add(e, 'label-orphan', { text: cut(e.textContent), id });
    }
    return found.length || told.by['label-orphan'] ? told.told() : nothing;
  });

  // ------------------------------------------------------------ errors, before any is made
  const MARK = /\*|bắt buộc|không được (để trống|bỏ trống)|phải (nhập|điền|chọn)|required|mandatory/i;
  const MAY = /không bắt buộc|nếu có|tùy chọn|tuỳ chọn|có thể bỏ|optional/i;
  const required = (e) => e.required || attr(e, 'aria-required') === 'true';
  const labelText = (e) => {
    const group = /^(radio|checkbox)$/.test(type(e)) ? e.closest('fieldset, [role=group], [role=radiogroup]')?.querySelector('legend, [id]')?.textContent : '';
    const painted = [...(e.labels ?? [])].flatMap((one) => [one, ...one.children]).map((one) => style(one, '::after').content + style(one, '::before').content).filter((one) => /["']/.test(one)).join(' ');
    return squeeze(`${labelsOf(e)} ${byIds(e, 'aria-labelledby')} ${attr(e, 'aria-label') ?? ''} ${byIds(e, 'aria-describedby')} ${group ?? ''} ${attr(e, 'placeholder') ?? ''} ${painted}`);
  };
  const requiredTold = (found, told) => {
    for (const form of new Set(found.map(box))) {
      const mine = found.filter((e) => box(e) === form && !e.disabled && !searching(e));
      const must = mine.filter(required), said = squeeze(form.textContent);
      const optionalTold = mine.some((e) => MAY.test(labelText(e))) || /(tất cả|mọi|các) (các )?(ô|mục|trường|thông tin)[^.]{0,40}bắt buộc|trừ (ô|mục|những)[^.]*(nếu có|không bắt buộc|tùy chọn)/i.test(said);
      const single = mine.length === 1 || must.length === mine.length && mine.length <= 3;
      if (must.length && !optionalTold && !single && !must.some((e) => MARK.test(labelText(e)))) {
        told.add(must[0], 'required-unmarked', { many: must.length, text: cut(labelText(must[0])) });
      }
      const wired = mine.some(required) || mine.some((e) => MAY.test(labelText(e)));
      for (const e of mine) {
        const label = squeeze(`${labelsOf(e)} ${byIds(e, 'aria-labelledby')}`);
        if (!required(e) && /(^|\s|\()\*(\)|\s|$)|\*$|\((bắt buộc|required)\)/i.test(label) && !MAY.test(label)) told.add(e, 'required-unwired', { text: cut(label), some: wired ? 1 : 0 });
      }
    }
  };
  const SHOUTED = '.error, .errors, .error-message, .field-error, .form-error, .invalid-feedback, .help-block.error, .validation-error, .text-danger, .field-validation-error, .errorlist, .thong-bao-loi, .loi, label.error';
  const errorsTied = (found, told) => {
    const tied = new Set();
    for (const e of found) for (const id of `${attr(e, 'aria-describedby') ?? ''} ${attr(e, 'aria-errormessage') ?? ''} ${attr(e, 'aria-labelledby') ?? ''}`.split(/\s+/)) if (id) tied.add(id);
    for (const e of found) {
      const ids = `${attr(e, 'aria-describedby') ?? ''} ${attr(e, 'aria-errormessage') ?? ''}`.split(/\s+/).filter(Boolean);
      const lost = ids.filter((id) => !document.getElementById(id));
      if (lost.length) told.add(e, 'described-by-nothing', { id: lost[0], text: called(e) });
      if (attr(e, 'aria-invalid') === 'true' && !ids.some((id) => squeeze(document.getElementById(id)?.textContent))) told.add(e, 'invalid-unsaid', { text: called(e) });
      if (attr(e, 'pattern') && !ids.length && !attr(e, 'title') && !attr(e, 'placeholder')) told.add(e, 'format-unsaid', { text: called(e), pattern: cut(attr(e, 'pattern'), 40) });
    }
    for (const e of all(`form :is(${SHOUTED})`)) {
      const text = squeeze(e.textContent), inside = [e, ...all('[id]', e)];
      if (text.length < 4 || text === '*' || !shown(e) || e.querySelector(FIELD) || e.matches('a, button') || e.parentElement.closest(SHOUTED)) continue;
      if (inside.some((one) => tied.has(attr(one, 'id'))) || e.closest('label, legend, [role=alert], [role=status], [aria-live]') || e.querySelector('a[href^="#"]')) continue;
      if ([...tied].some((id) => document.getElementById(id)?.contains(e))) continue;
      told.add(e, 'error-untied', { text: cut(text) });
    }
  };
  // A form that turns the browser's own words off, and whose script colours fields but writes nothing.
  const colouredOnly = (told) => {
    const whole = document.getElementsByTagName('*');
    for (const [i, code] of motcua.given?.submit ?? []) {
      const form = whole[i];
      if (!form?.matches('form[novalidate]') || !/preventDefault|return false/.test(code)) continue;
      const paints = /classList|className|\.style|setAttribute\(\s*['"](class|style)/.test(code);
      const writes = /textContent|inner(HTML|Text)|insertAdjacent|append|setCustomValidity|reportValidity|alert|aria-|message|\.hidden|showModal|fetch|XMLHttp/i.test(code);
      if (paints && !writes) told.add(form, 'error-coloured', {});
    }
  };
  check('errors', () => {
    const told = faults(), found = fields();
    colouredOnly(told);
    requiredTold(found, told);
    errorsTied(found, told);
    return found.length ? told.told() : nothing;
  });

  // ------------------------------------------------------------ what the browser can fill in
  const PURPOSES = [
    [/^(họ,? (và |chữ đệm,? (và )?)?tên|họ tên|họ và tên (của )?(bạn|ông\/bà|người nộp|người yêu cầu)|full name|your name)$/i, 'name'],
    [/^(e-?mail|thư điện tử|địa chỉ (e-?mail|thư điện tử)|hộp thư điện tử)( của (bạn|ông\/bà))?$/i, 'email'],
    [/^((số )?điện thoại( di động| liên hệ)?|số di động|phone( number)?|mobile)( của (bạn|ông\/bà))?$/i, 'tel'],
    [/^(ngày sinh|ngày,? tháng,? năm sinh|date of birth)( của (bạn|ông\/bà))?$/i, 'bday'],
    [/^(tên đăng nhập|tài khoản|tên tài khoản|username|user name)$/i, 'username'],
    [/^(mật khẩu|password)$/i, 'current-password'],
  ];
  // Questions about somebody else (a child, a spouse) are none about the user.
  const OTHERS = /con|trẻ|cha|mẹ|vợ|chồng|người (được|chết|mất|khác|giám hộ|phụ thuộc|ủy quyền|nhận)|cơ quan|doanh nghiệp|công ty|chủ hộ|nhân chứng/iu;
  const bare = (text) => squeeze(text.replace(/\(.*?\)|[*:]|bắt buộc|required/gi, ' '));
  check('autocomplete', () => {
    const told = faults();
    let asked = 0;
    for (const e of fields().filter(typed)) {
      const label = bare(labelsOf(e) || byIds(e, 'aria-labelledby') || attr(e, 'aria-label') || attr(e, 'placeholder') || '');
      const found = PURPOSES.find(([words]) => words.test(label));
      if (!found || searching(e) || e.readOnly || e.disabled) continue;
      if (OTHERS.test(squeeze(e.closest('fieldset, [role=group]')?.querySelector('legend, h2, h3, h4')?.textContent))) continue;
      asked += 1;
      const given = squeeze(attr(e, 'autocomplete')).toLowerCase();
      if (!given || given === 'on') told.add(e, 'purpose-unsaid', { text: label, token: found[1] });
      else if (given === 'off' && !/password/.test(type(e))) told.add(e, 'purpose-off', { text: label, token: found[1] });
    }
    return asked ? told.told() : nothing;
  });

  // ------------------------------------------------------------ logging in without a test of memory
  const CODE = /captcha|mã (xác nhận|xác thực|bảo vệ|bảo mật|kiểm tra|captcha)|nhập (mã|chữ|ký tự).{0,20}(hình|ảnh|bên)|verification code/i;
  check('authentication', () => {
    const told = faults(), secrets = all('input[type=password]').filter(shown);
    for (const e of secrets) {
      if (attr(e, 'autocomplete') === 'off' || e.form && attr(e.form, 'autocomplete') === 'off' && !attr(e, 'autocomplete')) told.add(e, 'password-no-fill', { text: called(e) });
      if (/return\s+false|preventDefault/.test(attr(e, 'onpaste') ?? '')) told.add(e, 'password-no-paste', { text: called(e) });
    }
    for (const e of all('img, canvas, svg').filter(sizable)) {
      const said = `${attr(e, 'src') ?? ''} ${attr(e, 'alt') ?? ''} ${attr(e, 'id') ?? ''} ${attr(e, 'class') ?? ''}`;
      const form = e.closest('form');
      if (!/captcha/i.test(said) && !(form && CODE.test(said))) continue;
      const other = form?.querySelector('audio, [class*=audio], [aria-label*="âm thanh"], [title*="âm thanh"], [href*=audio]');
      if (!other) told.add(e, secrets.length ? 'login-image-code' : 'image-code', { text: called(e) });
    }
    return secrets.length || told.by['image-code'] ? told.told() : nothing;
  });

  // ------------------------------------------------------------ borders that can be seen
  check('field_contrast', () => {
    const told = faults(), found = fields().filter((e) => sizable(e) && (typed(e) || e.localName === 'select') && !e.disabled);
    for (const e of found) {
      const s = style(e), behind = e.parentElement && ground(e.parentElement), inside = ground(e);
      if (!behind || !inside || s.boxShadow !== 'none' || s.opacity !== '1') continue;
      const edges = ['Top', 'Right', 'Bottom', 'Left'].filter((side) => s[`border${side}Style`] !== 'none' && parseFloat(s[`border${side}Width`]) > 0)
        .map((side) => contrast(over(colour(s[`border${side}Color`]), behind), behind));
      const best = Math.max(contrast(inside, behind), ...edges);
      if (best < 3) told.add(e, 'field-faint', { ratio: Math.round(best * 100) / 100, text: called(e) });
    }
    return found.length ? told.told() : nothing;
  });
})();
