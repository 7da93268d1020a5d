import { chromium } from 'playwright';
const base = 'http://localhost:4610';
const out = '/tmp/themes2-shots';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const state = async (role) => {
  const ctx = await browser.newContext({ locale: 'en-GB' });
  const p = await ctx.newPage();
  await p.goto(base + '/sign-in');
  await p.getByLabel('E-mail address').fill(role + '@riverside.example');
  await p.getByLabel('Password').fill('prdpy-evjeq-kv9i1');
  await p.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await p.waitForURL(/start$/);
  await p.goto(base + '/panels');
  const panels = await p.locator('main a[href^="/panels/"]').evaluateAll((a) => a.map((x) => [x.getAttribute('href'), x.textContent]));
  console.log(JSON.stringify(panels));
  const storageState = await ctx.storageState();
  const codings = [];
  for (const [href] of panels.filter(([h]) => /[0-9a-f-]{36}$/.test(h))) {
    await p.goto(base + href + '/themes');
    codings.push(...await p.locator('main a[href*="/themes/"]').evaluateAll((a) => a.map((x) => [x.getAttribute('href'), x.textContent])));
  }
  console.log(JSON.stringify(codings));
  await ctx.close();
  return { storageState, codings };
};
const { storageState, codings } = await state('facilitator');
const kinds = { ar: { locale: 'ar', viewport: { width: 360, height: 740 } }, dark: { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 1280, height: 800 } } };
let n = 0;
for (const [href] of codings.filter(([h]) => /themes\/[0-9a-f-]{36}$/.test(h))) {
  n += 1;
  for (const [kind, options] of Object.entries(kinds)) {
    const ctx = await browser.newContext({ ...options, storageState });
    const p = await ctx.newPage();
    for (const sub of process.argv.slice(2)) {
      await p.goto(base + href + '/' + sub + (kind === 'ar' ? '?lang=ar' : '?lang=en'));
      const w = await p.evaluate('document.documentElement.scrollWidth');
      if (w > options.viewport.width) console.log('wide', href, sub, kind, w);
      await p.screenshot({ path: `${out}/${n}-${sub}-${kind}.png`, fullPage: true });
    }
    await ctx.close();
  }
}
await browser.close();
