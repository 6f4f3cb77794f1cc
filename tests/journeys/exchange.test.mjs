// SPDX-License-Identifier: Apache-2.0
// What leaves the program in open formats, read by those who define them or by other programs: HSDS with the
// official schema, its tables with the official descriptor, contact cards with two readers, and schema.org.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { assert } from "./support/checks.mjs";
import { folder, root } from "./support/program.mjs";

const require = createRequire(join(root, "ui/package.json"));
const file = (name) => join(root, "tests/exchange", name);
const json = (name) => JSON.parse(readFileSync(file(name), "utf8"));

function hsdsValidator() {
  const Ajv = require("ajv/dist/2020").default;
  const ajv = new Ajv({ strict: false, allErrors: true });
  require("ajv-formats").default(ajv);
  return ajv.compile(json("hsds-service.json"));
}

// RFC 4180.
function rowsOf(text) {
  const rows = [];
  let row = [], cell = "", quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') cell += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") { row.push(cell); cell = ""; }
    else if (!quoted && c === "\n") { rows.push([...row, cell]); row = []; cell = ""; }
    else cell += c;
  }
  const [header, ...rest] = rows;
  return rest.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
}

const shapes = {
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, date: /^\d{4}-\d\d-\d\d$/, time: /^\d\d:\d\d:\d\d$/,
  number: /^-?\d+(\.\d+)?$/, uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

// What is wrong with the tables in a folder, by the official descriptor.
function faultsOfTables(path) {
  const faults = [];
  const ours = JSON.parse(readFileSync(join(path, "datapackage.json"), "utf8"));
  const official = new Map(json("hsds-datapackage.json").resources.map((r) => [r.name, r]));
  const tables = new Map(ours.resources.map((r) => [r.name, rowsOf(readFileSync(join(path, r.path), "utf8"))]));
  for (const resource of ours.resources) {
    const wanted = official.get(resource.name);
    if (!wanted) { faults.push(`${resource.name}: no such table`); continue; }
    if (wanted.path !== resource.path) faults.push(`${resource.name}: its file is ${wanted.path}`);
    const fields = new Map(wanted.schema.fields.map((f) => [f.name, f]));
    const names = resource.schema.fields.map((f) => f.name);
    for (const field of resource.schema.fields) {
      const known = fields.get(field.name);
      if (!known || known.type !== field.type) faults.push(`${resource.name}.${field.name}: ${known?.type ?? "no such column"}`);
    }
    for (const [name, field] of fields) {
      if (!field.constraints?.required) continue;
      if (!names.includes(name)) faults.push(`${resource.name}.${name} is missing`);
      for (const row of tables.get(resource.name)) if (!row[name]) faults.push(`${resource.name}.${name} is empty`);
    }
    const ids = new Set();
    for (const row of tables.get(resource.name)) {
      if (ids.has(row.id)) faults.push(`${resource.name}: ${row.id} twice`);
      ids.add(row.id);
      for (const [name, cell] of Object.entries(row)) {
        const field = fields.get(name);
        const shape = shapes[field?.format] ?? shapes[field?.type];
        if (cell && shape && !shape.test(cell)) faults.push(`${resource.name}.${name}: ${cell}`);
        const allowed = field?.constraints?.enum ?? field?.enum;
        if (cell && allowed && !allowed.includes(cell)) faults.push(`${resource.name}.${name}: ${cell} is none of ${allowed}`);
      }
      for (const key of resource.schema.foreignKeys ?? [])
        if (row[key.fields] && !tables.get(key.reference.resource).some((other) => other.id === row[key.fields]))
          faults.push(`${resource.name}.${key.fields}: ${row[key.fields]} is nowhere`);
    }
  }
  return [...new Set(faults)];
}

// Properties that schema.org does not know of a type, and types that it does not know.
function faultsOfLinkedData(value, at = "page") {
  const known = json("schema-org.json").types;
  if (Array.isArray(value)) return value.flatMap((item) => faultsOfLinkedData(item, at));
  if (typeof value !== "object" || value === null) return [];
  const type = value["@type"];
  if (!known[type]) return [`${at}: ${type} is no type`];
  return Object.entries(value).flatMap(([name, inner]) =>
    name.startsWith("@") ? [] : [...(known[type].includes(name) ? [] : [`${type}.${name}`]), ...faultsOfLinkedData(inner, `${at}.${name}`)]);
}

export default async function (t, visits, program) {
  const get = async (address) => (await fetch(new URL(address, program.url))).json();
  const validate = hsdsValidator();

  await t.check("every program is a service by the official schema of HSDS 3.1", async () => {
    const page = await get("/hsds/services?per_page=500");
    assert.ok(page.total_items >= 10 && page.contents.length === page.total_items);
    for (const service of page.contents) {
      assert.ok(validate(service), `${service.name}: ${JSON.stringify(validate.errors)}`);
      assert.deepEqual(await get(`/hsds/services/${service.id}`), service);
      assert.ok((await get(`/hsds/organizations/${service.organization.id}`)).name);
    }
    assert.ok(page.contents.some((s) => s.service_at_locations?.some((l) => l.schedules?.length && l.location.addresses?.length)));
  });
  await t.check("the schema would find what is wrong", async () => {
    const [service] = (await get("/hsds/services?per_page=1")).contents;
    assert.ok(!validate({ ...service, id: "riverbend" }));
    assert.ok(!validate({ ...service, status: "open" }));
  });
  await t.check("the tables are those of the official descriptor, from the page and from the command", async () => {
    const home = folder();
    const zip = join(home, "page.zip");
    writeFileSync(zip, Buffer.from(await (await fetch(new URL("/hsds/package.zip", program.url))).arrayBuffer()));
    const command = join(home, "command.zip");
    assert.match(program.run("hsds", "export", command), /^\d+ programs/);
    for (const name of [zip, command]) {
      execFileSync("python3", ["-m", "zipfile", "-t", name]);
      execFileSync("python3", ["-m", "zipfile", "-e", name, join(home, "out")]);
      assert.deepEqual(faultsOfTables(join(home, "out")), []);
    }
  });

  const ana = await visits.as("ana");
  const cards = async (address) => (await ana.request.get(new URL(address, program.url).href)).text();
  await t.check("contact cards are read by vobject, names and all", async () => {
    const text = await cards("/people.vcf?version=3");
    const read = spawnSync("/usr/bin/python3", [file("cards.py")], { input: text, encoding: "utf8" });
    if (read.error || read.status === 77) return console.log("  python3-vobject is not installed: not read by it");
    assert.equal(read.status, 0, read.stderr);
    assert.ok(JSON.parse(read.stdout).some((card) => card.name === "Ana Duarte" && card.email === "ana@enact.example"));
  });
  await t.check("contact cards of both versions give ez-vcard nothing to say", async () => {
    const jars = ["/usr/share/java/ez-vcard.jar", "/usr/share/java/vinnie.jar"];
    // A program in one file is compiled as it starts, which takes a JDK.
    if (!jars.every(existsSync) || spawnSync("javac", ["-version"]).status !== 0)
      return console.log("  libez-vcard-java, libvinnie-java or a JDK is not installed: not read by ez-vcard");
    for (const version of ["3", "4"])
      for (const address of ["/people.vcf", "/orgs/riverbend-robotics.vcf"]) {
        const read = spawnSync("java", ["-cp", `${jars.join(":")}:/usr/share/java/*`, file("Cards.java")], { input: await cards(`${address}?version=${version}`), encoding: "utf8" });
        assert.equal(read.status, 0, read.stderr);
        assert.match(read.stdout, /^\d+ cards\n$/);
      }
  });

  const visitor = await visits.visitor();
  await t.check("search engines read only what schema.org knows", async () => {
    for (const id of ["riverbend-robotics", "lakeview-college", "pittsburgh", "allegheny-field"]) {
      await visitor.goto(`/orgs/${id}`);
      const data = JSON.parse(await visitor.locator('script[type="application/ld+json"]').innerText());
      assert.deepEqual(faultsOfLinkedData(data), [], id);
      assert.ok(data.name && data["@id"] && data.url);
    }
  });
  await t.check("the schema would find a property of no such type", () => {
    assert.deepEqual(faultsOfLinkedData({ "@type": "Place", venue: "Hall" }), ["Place.venue"]);
    assert.deepEqual(faultsOfLinkedData({ "@type": "EducationProgram" }), ["page: EducationProgram is no type"]);
  });
}
