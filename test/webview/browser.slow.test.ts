import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { type BrowserPage, openBrowser, openInBrowser, themes } from '../support/browserPage';
import { richFront } from '../support/richPlan';
import { root } from '../support/root';
import { plan, step } from '../support/webviewPlans';

const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', root), 'utf8');
/** The least contrast that WCAG asks for of what is no text, and of text. */
const [leastOfShapes, leastOfText] = [3, 4.5];

describe('the page in a browser', async () => {
  const browser: Browser | undefined = await openBrowser();
  let opened: BrowserPage;
  const options = { skip: browser ? false : 'no browser is installed', timeout: 120_000 };
  before(async () => {
    if (!browser) return;
    opened = await openInBrowser(browser, { script: axe });
    await opened.receive({
      front: richFront(Date.now(), {
        isConflict: true,
        isDirty: true,
        overwritten: 1,
        siblings: [
          { line: 0, title: 'Serve thumbnails from a cache' },
          { line: 300, title: 'Another' },
        ],
      }),
    });
    for (const fold of [
      '.fold.finished',
      '.fold.done',
      '.fold.proof',
      'h2 .fold:has-text("Findings")',
      'h2 .fold:has-text("Newest")',
      'summary',
    ])
      await opened.page.locator(fold).first().click();
  });
  after(() => browser?.close());

  for (const theme of [
    'Dark Modern',
    'Light Modern',
    'Dark 2026',
    'Light 2026',
    'Default High Contrast',
    'Default High Contrast Light',
  ])
    it(`has nothing that axe finds: ${theme}`, options, async () => {
      await opened.setTheme(theme);
      const results = await opened.page.evaluate(() =>
        (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          // VS Code's window has the landmarks; this is one of its frames.
          rules: { region: { enabled: false } },
        }),
      );
      const found = results.violations.map(({ id, nodes }) => [
        id,
        ...nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary}`),
      ]);
      assert.deepEqual(found, []);
      assert.ok(results.passes.length > 10);
    });

  for (const theme of Object.keys(themes))
    it(`has bars that can be told from the ground, and text that can be read: ${theme}`, options, async () => {
      await opened.setTheme(theme);
      const found = await opened.page.evaluate(contrasts);
      for (const name of ['bar', 'done', 'partial', 'bad', 'control'])
        assert.ok((found[name] as number) >= leastOfShapes, `${name} ${found[name]}`);
      for (const name of ['text', 'dim']) assert.ok((found[name] as number) >= leastOfText, `${name} ${found[name]}`);
    });

  it('has targets of 24 pixels, and one tab stop for each list', options, async () => {
    await opened.setTheme('Dark Modern');
    const small = await opened.page.evaluate(() =>
      [...document.querySelectorAll('button, select, input, summary, [role=treeitem], .box, .copy')]
        .map((element) => ({ name: element.className || element.localName, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 23.5 || box.height < 23.5)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    assert.deepEqual(small, []);
    const stops = await opened.page.evaluate(() =>
      [...document.querySelectorAll('.tree, .list, .chips')].map(
        (list) => list.querySelectorAll('[tabindex="0"]').length,
      ),
    );
    assert.ok(stops.length > 4);
    assert.deepEqual(
      stops,
      stops.map(() => 1),
    );
  });

  // At 400 % a window of 1280 by 900 has 320 by 225, of which VS Code gives a side bar 170 at least.
  for (const [width, height] of [
    [500, 900],
    [200, 900],
    [170, 225],
    [120, 225],
  ] as const)
    it(`has nothing beside the view at ${width} by ${height} pixels`, options, async () => {
      await opened.page.setViewportSize({ width, height });
      const [needed, there] = await opened.page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok((needed as number) <= (there as number), `${needed} of ${there}`);
      await opened.page.setViewportSize({ width: 320, height: 900 });
    });

  it('moves nothing where people want less motion', options, async () => {
    await opened.page.emulateMedia({ reducedMotion: 'reduce' });
    const transitions = await opened.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (each) => Number.parseFloat(getComputedStyle(each).transitionDuration) > 0,
        ).length,
    );
    assert.equal(transitions, 0);
    await opened.page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it(
    'keeps the milestone’s row in sight, and shows the whole of a long step to who gets there by keys',
    options,
    async () => {
      const { page } = opened;
      const rows = page.locator('.tree .row.step:has-text("Serve from the cache")');
      const shown = () =>
        rows.locator('.text').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      await page.setViewportSize({ width: 200, height: 400 });
      assert.ok((await shown()) > 0, 'it is cut');
      await page.locator('.tree [tabindex="0"]').first().focus();
      await page.keyboard.press('Home');
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      for (let n = 0; n < 30 && !/^Serve from/.test(await focused()); n++) await page.keyboard.press('ArrowDown');
      assert.match(await focused(), /^Serve from the cache/);
      assert.ok((await shown()) <= 1, 'it is whole');
      const top = await page.locator('.milestone[aria-expanded=true]').evaluate((row) => {
        document.querySelector('.fact.expected')?.scrollIntoView({ block: 'end' });
        return row.getBoundingClientRect().top;
      });
      assert.ok(top >= -1 && top < 400, `${top}`);
      await page.setViewportSize({ width: 320, height: 900 });
    },
  );

  it('shows nothing of a line that is cut, however tall the letters of its code are', options, async () => {
    const { page } = opened;
    const text = page.locator('.tree .row.step .text').first();
    const before = await text.innerHTML();
    await page.addStyleTag({
      content: `@font-face { font-family: tall; src: local('DejaVu Sans Mono'), local('monospace'); ascent-override: 150%; descent-override: 60%; }
        body { --vscode-textPreformat-background: rgb(255, 0, 0) !important; --vscode-editor-font-family: tall !important; }`,
    });
    const redRows = async (lines: readonly string[]) => {
      await text.evaluate((element, html) => {
        element.innerHTML = html;
      }, lines.join('<br>'));
      const picture = await text.screenshot({ type: 'png' });
      return page.evaluate(countRedRows, `data:image/png;base64,${picture.toString('base64')}`);
    };
    assert.ok((await redRows(['a', '<code>b</code>', 'c'])) > 5, 'the ground of code is not seen at all');
    assert.equal(await redRows(['a', 'b', 'c', '<code>d</code>']), 0);
    await text.evaluate((element, html) => {
      element.innerHTML = html;
    }, before);
  });

  it('shows a plan that has nothing', options, async () => {
    await opened.receive({ front: richFront(Date.now(), { plan: plan([step()]) }) });
    await opened.page.waitForFunction(() => document.body.textContent?.includes('0 of 1'));
  });
});

/** Runs in the page: how many rows of a picture have something red in them. */
async function countRedRows(url: string): Promise<number> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { width, height } = image;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let rows = 0;
  for (let y = 0; y < height; y++) {
    let isRed = false;
    for (let i = y * width * 4; i < (y + 1) * width * 4; i += 4)
      isRed ||= (data[i] as number) - (data[i + 1] as number) > 60;
    if (isRed) rows++;
  }
  return rows;
}

/** Runs in the page: the contrast of what webview/page.css names, each to the view's ground. */
function contrasts(): Record<string, number> {
  const canvas = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const probe = document.createElement('i');
  document.body.append(probe);
  const styleOf = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const luminance = (...colours: string[]) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => {
      const share = each / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = styleOf('ground');
  const found: Record<string, number> = {};
  for (const name of ['text', 'dim', 'bar', 'done', 'partial', 'bad', 'control']) {
    const [one, other] = [luminance(ground, styleOf(name)), luminance(ground)];
    found[name] = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }
  probe.remove();
  return found;
}
