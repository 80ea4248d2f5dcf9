// Makes exchange/src/main/resources/org/fenceline/exchange/borders/countries-50m.csv from two npm packages,
// whose folders are its arguments: world-atlas 2.0.2 and i18n-iso-countries 7.14.0.
//   node tools/country-outlines.mjs WORLD-ATLAS ISO-COUNTRIES > countries-50m.csv
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [atlas, iso] = process.argv.slice(2);
const topology = JSON.parse(readFileSync(join(atlas, 'countries-50m.json'), 'utf8'));
const codes = new Map(
  JSON.parse(readFileSync(join(iso, 'codes.json'), 'utf8')).map(([, alpha3, numeric]) => [numeric, alpha3]),
);
const { scale, translate } = topology.transform;

// TopoJSON 2.1.3: an arc is a first point and differences, in whole steps of the scale.
const arcs = topology.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});

// TopoJSON 2.1.4: a negative number is the arc -n - 1 backwards; arcs of a ring share their ends.
function ring(numbers) {
  const points = numbers.flatMap((number, i) => {
    const arc = number < 0 ? arcs[-number - 1].toReversed() : arcs[number];
    return i === 0 ? arc : arc.slice(1);
  });
  return points
    .map(([longitude, latitude]) => `${text(longitude, 180)} ${text(latitude, 90)}`)
    .filter((point, i, all) => i === 0 || point !== all[i - 1]);
}

function text(degrees, limit) {
  return String(Number(Math.max(-limit, Math.min(limit, degrees)).toFixed(3)));
}

function polygon(rings) {
  return `(${rings
    .map(ring)
    .filter((points) => points.length > 3)
    .map((points) => `(${points.join(', ')})`)
    .join(', ')})`;
}

const lines = [];
for (const country of topology.objects.countries.geometries) {
  const code = codes.get(country.id);
  if (code !== undefined) {
    const polygons = country.type === 'Polygon' ? [country.arcs] : country.arcs;
    lines.push(`${code},"MULTIPOLYGON (${polygons.map(polygon).join(', ')})"`);
  }
}
process.stdout.write(`state,outline\n${lines.sort().join('\n')}\n`);
