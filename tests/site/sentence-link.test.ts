import { describe, expect, it } from 'vitest';
import { modelRequests } from './figures/page-with.ts';
import { openPage } from './site.ts';

const input = 'sentence-box input[name=sentence]';
const notices = 'sentence-box .notices';

describe('the page’s sentence in the address', () => {
  it('is said once it is not the page’s own, and no longer when it is again', async () => {
    const page = await openPage('');
    await page.selectOption('sentence-box select', 'Apple released a new product');
    await expect.poll(() => new URL(page.url()).hash).toBe('#sentence=Apple+released+a+new+product');
    await page.selectOption('sentence-box select', 'I went to the bank to deposit money');
    await expect.poll(() => new URL(page.url()).hash).toBe('');
  });

  it('is shown at once when it is an example', async () => {
    const page = await openPage('#sentence=Apple%20released%20a%20new%20product');
    await expect.poll(() => page.locator('.sentence').textContent()).toContain('released');
    expect(await page.inputValue(input)).toBe('Apple released a new product');
  });

  it('is shown by a figure whose script comes late', async () => {
    let delayed = 0;
    const page = await openPage('#sentence=Apple%20released%20a%20new%20product', {
      before: (page) =>
        page.route(/GenerateHeatmap[^/]*\.js/, (route) => {
          delayed++;
          setTimeout(() => void route.continue(), 1500);
        }),
    });
    await expect.poll(() => page.locator('.sentence').textContent()).toContain('released');
    expect(delayed).toBeGreaterThan(0);
  });

  it('waits for the reader when only the model can read it', async () => {
    let requests: string[] = [];
    const page = await openPage('#sentence=My%20own%20words', {
      before: async (page) => (requests = modelRequests(page)),
    });
    await expect.poll(() => page.locator(notices).textContent()).toMatch(/the model has to read it.*5\.1 MB, once/);
    expect(await page.inputValue(input)).toBe('My own words');
    expect(await page.locator('.sentence').textContent()).toContain('deposit');
    expect(requests).toEqual([]);
    await page.locator('sentence-box button.primary').click();
    await expect.poll(() => page.locator('.sentence').textContent()).toContain('own');
    await expect.poll(() => new URL(page.url()).hash).toBe('#sentence=My+own+words');
  });

  it('goes along with what a figure shows of it', async () => {
    const page = await openPage(
      'embed/masks/#sentence=Apple+released+a+new+product&masks.mask=window&masks.query=1&masks.key=2',
    );
    await expect.poll(() => page.locator('.readout').textContent()).toMatch(/released.*a/);
    expect(await page.locator('[data-field=mask]:checked').inputValue()).toBe('window');
  });
});
