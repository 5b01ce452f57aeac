/**
 * Tells the page how high the content is, whenever that changes. The children of the body are
 * measured: a style sheet with `height: 100%` makes the body as high as the frame itself.
 */
export function reportHeight(tell: (height: number) => void): void {
  const measure = () => {
    const bottoms = [...document.body.children].map(
      (child) => child.getBoundingClientRect().bottom + scrollY,
    );
    const padding = parseFloat(getComputedStyle(document.body).paddingBottom) || 0;
    tell(Math.ceil(Math.max(0, ...bottoms) + padding));
  };
  addEventListener('DOMContentLoaded', () => {
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      for (const child of document.body.children) sizes.observe(child);
      measure();
    };
    watch();
    new MutationObserver(watch).observe(document.body, { childList: true });
  });
}
