// Lighthouse over many addresses with one warm Chromium: node audits_lighthouse.mjs FOLDER CHROME < addresses
// FOLDER holds node_modules. Tells, for each address, the audits that do not pass and what they name.
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const [folder, chromePath] = process.argv.slice(2);
const require = createRequire(folder + '/package.json');
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const {default: lighthouse} = await load('lighthouse');
const {launch} = await load('chrome-launcher');

let given = '';
for await (const piece of process.stdin) given += piece;
const chrome = await launch({chromePath, chromeFlags: ['--headless=new'], logLevel: 'silent'});
const told = {};
const failing = (audit) => {
  if (audit.scoreDisplayMode !== 'informative') return audit.score !== null && audit.score < 0.9 ? [''] : null;
  const named = (audit.details?.items ?? []).filter((one) => one.severity);
  return named.length ? named.map((one) => `${one.severity}: ${one.description}`) : null;
};
for (const address of given.split('\n').filter(Boolean)) {
  const found = {};
  try {
    const result = await lighthouse(address, {port: chrome.port, output: 'json', logLevel: 'silent'});
    const others = new Set();
    for (const [name, category] of Object.entries(result.lhr.categories))
      if (name !== 'performance') for (const one of category.auditRefs) others.add(one.id);
    for (const [id, audit] of Object.entries(result.lhr.audits)) {
      const words = failing(audit), name = others.has(id) ? id : `performance/${id}`;
      if (words) for (const one of words) found[one ? `${name} ${one}` : name] = audit.details?.items?.length ?? 1;
    }
    if (result.lhr.runtimeError) found.error = 1;
  } catch (error) {
    found.error = String(error).slice(0, 200);
  }
  told[address] = found;
}
chrome.kill();
console.log(JSON.stringify(told));
