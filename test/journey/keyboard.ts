import type { Page } from 'playwright';

/** What the focused part of the page is called, as a screen reader would say it. */
export async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : focused;
    return label?.textContent.trim().replace(/\s+/g, ' ') ?? '';
  });
}

/** Presses Tab until the part of this name has the focus; throws when no such part comes. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`Tab never came to ${name}; it came to ${passed.join(' | ')}`);
}
