/** A page of the collector around its main part, with nothing inline. */
export function htmlPage({
  lang,
  title,
  main,
}: {
  readonly lang: string;
  readonly title: string;
  readonly main: string;
}): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/waymark.js"></script>
<script type="module" src="/page.js"></script>
</head>
<body>
<main>
  ${main}
</main>
</body>
</html>
`;
}
