// Stands where a template holds an expression; no text of ours has it.
const hole = '\0';

const slim = { css: slimCss, html: slimHtml };

/** Rollup plugin: takes out of `css` and `html` templates the white space that only authors see. */
export function slimTemplates() {
  return {
    name: 'waymark-slim-templates',
    transform(code, id) {
      if (!/packages\/(elements|embed)\//.test(id)) return undefined;
      const edits = templatesIn(this.parse(code)).flatMap(({ tag, quasi: { quasis } }) => {
        const texts = quasis.map(({ start, end }) => code.slice(start, end));
        const slimmed = slim[tag.name](texts.join(hole)).split(hole);
        return quasis.map(({ start, end }, i) => ({ start, end, text: slimmed[i] }));
      });
      // From the end, so that what stands before keeps its place.
      edits.sort((a, b) => b.start - a.start);
      const slimmer = edits.reduce(
        (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
        code,
      );
      return { code: slimmer, map: null };
    },
  };
}

function templatesIn(node) {
  if (node === null || typeof node !== 'object') return [];
  const inside = Object.values(node).flatMap(templatesIn);
  const found =
    node.type === 'TaggedTemplateExpression' && Object.hasOwn(slim, node.tag.name ?? '');
  return found ? [node, ...inside] : inside;
}

/** A style sheet without needless white space. */
export function slimCss(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/\b0\./g, '.')
    .trim();
}

/**
 * A template without its indents: a line break beside a tag or an expression goes, any other
 * becomes one space.
 */
export function slimHtml(text) {
  return text.replace(/<[^>]*>|[^<]+/g, (part) =>
    part.startsWith('<')
      ? part.replace(/\s+/g, ' ').replace(/ (?=\/?>$)/, '')
      : part.replace(/(^|\0)\s*\n\s*(?=$|\0)/g, '$1').replace(/\s+/g, ' '),
  );
}
