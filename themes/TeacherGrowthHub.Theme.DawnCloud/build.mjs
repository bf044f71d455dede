// Builds wwwroot/dist: the vendor stylesheet in its cascade layer, our stylesheet, the icon sprite and the scripts.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { build, transformSync } from 'esbuild';

const dist = 'wwwroot/dist';
mkdirSync(dist, { recursive: true });

const minifyCss = (css) => transformSync(css, { loader: 'css', minify: true, legalComments: 'none' }).code;

const tabler = readFileSync('node_modules/@tabler/core/dist/css/tabler.css', 'utf8').replace(/@charset[^;]*;/, '');
writeFileSync(`${dist}/tabler.css`, minifyCss(`@layer vendor{${tabler}}`));
// hub.css first: it names the order of the layers.
const sheets = ['hub.css', ...readdirSync('assets').filter((file) => file.endsWith('.css') && file !== 'hub.css')];
writeFileSync(`${dist}/hub.css`, minifyCss(sheets.map((file) => readFileSync(`assets/${file}`, 'utf8')).join('\n')));

const symbol = (name) => {
  const filled = name.endsWith('-filled');
  const folder = filled ? 'filled' : 'outline';
  const svg = readFileSync(`node_modules/@tabler/icons/icons/${folder}/${name.replace(/-filled$/, '')}.svg`, 'utf8');
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s*\n\s*/g, '');
  return `<symbol id="i-${name}" viewBox="0 0 24 24"${filled ? ' fill="currentColor" stroke="none"' : ''}>${inner}</symbol>`;
};
const icons = JSON.parse(readFileSync('assets/icons.json', 'utf8'));
writeFileSync(`${dist}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${icons.map(symbol).join('')}</svg>`);

await build({
  entryPoints: readdirSync('assets/scripts').filter((file) => file.endsWith('.js')).map((file) => `assets/scripts/${file}`),
  outdir: dist,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome99', 'safari15.4'],
  legalComments: 'none',
});
