/** The page of the room. `origins` are the only places it may ask for anything. */
export function buildPage(origins: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${buildPolicy(origins)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>Writing room</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="room.css">
</head>
<body>
<noscript>The writing room needs JavaScript. Articles can be sent in without it: see CONTRIBUTING.md. Писательской нужен JavaScript; без него статью можно прислать так, как сказано в CONTRIBUTING.ru.md.</noscript>
<script src="by-hand.js"></script>
<script src="decap-cms.js"></script>
<script src="room.js"></script>
</body>
</html>
`;
}

/**
 * The room’s content security policy (CSP level 3): scripts are its own, and it talks to the outlet’s forge
 * alone. Decap compiles the rules of its configuration with Function, hence ‘unsafe-eval’, and styles its
 * parts from script.
 */
export function buildPolicy(origins: readonly string[]): string {
  const own = "'self'";
  return [
    "default-src 'none'",
    `script-src ${own} 'unsafe-eval'`,
    `style-src ${own} 'unsafe-inline'`,
    `img-src ${own} blob: data:`,
    `media-src ${own} blob: data:`,
    `font-src data:`,
    `connect-src ${[own, 'blob:', 'data:', ...origins].join(' ')}`,
    `frame-src ${own} blob:`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Decap waits for the room’s script instead of looking for a configuration of its own. */
export const BY_HAND_SCRIPT = 'globalThis.CMS_MANUAL_INIT = true;\n';
