// Files, folders and archives dropped anywhere on the page: each is sent by itself, a few at once,
// and the inbox gets it whole or not at all. Without this script the form does the same for files.

const AT_ONCE = 3;
const MOST_NAMED = 8; // refusals that are written out; the rest is counted

const form = document.getElementById("drop");
const files = document.getElementById("files");
const provider = document.getElementById("provider");
const folderButton = document.getElementById("folder");
const handing = document.getElementById("handing");
const handed = document.getElementById("handed");
const progress = document.getElementById("progress");
const refused = document.getElementById("refused");

const queue = [];
const counts = { given: 0, done: 0, left: 0, failed: 0, bytes: 0, sent: 0 };
const underWay = new Map(); // request → bytes sent so far
let depth = 0;

addEventListener("dragenter", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  depth += 1;
  document.body.classList.add("over");
});
addEventListener("dragleave", () => {
  depth = Math.max(0, depth - 1);
  if (!depth) document.body.classList.remove("over");
});
addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});
addEventListener("drop", async (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  depth = 0;
  document.body.classList.remove("over");
  // entries live only as long as the event: ask for all of them before the first wait
  const entries = [...event.dataTransfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  begin();
  for (const entry of entries) {
    if (entry instanceof File) add(entry.name, entry);
    else if (entry) await walk(entry, "");
  }
  tell();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin();
  for (const file of files.files) add(file.webkitRelativePath || file.name, file);
  files.value = "";
  tell();
});

folderButton.hidden = !("webkitdirectory" in files);
folderButton.addEventListener("click", () => {
  const picker = document.createElement("input");
  picker.type = "file";
  picker.webkitdirectory = true;
  picker.addEventListener("change", () => {
    begin();
    for (const file of picker.files) add(file.webkitRelativePath || file.name, file);
    tell();
  });
  picker.click();
});

function begin() {
  if (!queue.length && !underWay.size) {
    for (const name of Object.keys(counts)) counts[name] = 0;
    refused.replaceChildren();
  }
  handing.hidden = false;
}

async function walk(entry, below) {
  const path = below + entry.name;
  if (entry.isFile) {
    try {
      add(path, await new Promise((done, failed) => entry.file(done, failed)));
    } catch (error) {
      counts.given += 1;
      fail(path, error.message);
    }
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // a reader gives a hundred at a time, and an empty list at the end
    const found = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!found.length) return;
    for (const each of found) await walk(each, `${path}/`);
  }
}

function add(path, file) {
  counts.given += 1;
  counts.bytes += file.size;
  queue.push({ path, file });
  next();
}

function next() {
  while (underWay.size < AT_ONCE && queue.length) send(queue.shift());
}

function send({ path, file }) {
  const request = new XMLHttpRequest(); // fetch does not tell how much it has sent
  const query = new URLSearchParams({ name: path, provider: provider.value });
  request.open("PUT", `/desk/drop?${query}`);
  request.setRequestHeader("Content-Type", "application/octet-stream"); // not what its name tells
  request.upload.addEventListener("progress", (event) => {
    underWay.set(request, event.loaded);
    tell();
  });
  request.addEventListener("loadend", () => {
    underWay.delete(request);
    counts.sent += file.size;
    if (request.status === 201) counts.done += 1;
    else if (request.status === 422) counts.left += 1;
    else fail(path, reason(request));
    next();
    tell();
  });
  underWay.set(request, 0);
  request.send(file);
}

function reason(request) {
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return request.status ? `the server answered ${request.status}` : "the server did not answer";
  }
}

function fail(path, why) {
  counts.failed += 1;
  if (refused.children.length >= MOST_NAMED) return;
  const line = document.createElement("li");
  line.textContent = `${path}: ${why}`;
  refused.append(line);
}

function tell() {
  const open = queue.length + underWay.size;
  const sent = counts.sent + [...underWay.values()].reduce((sum, each) => sum + each, 0);
  progress.hidden = !open;
  progress.value = counts.bytes ? sent / counts.bytes : open ? 0 : 1;
  const parts = [open ? `${counts.done} of ${counts.given} handed in` : `${count(counts.done)} handed in`];
  if (counts.left) parts.push(`${counts.left} left out: hidden, unfinished or parts of a saved page`);
  if (counts.failed) parts.push(`${counts.failed} failed`);
  const said = `${parts.join("; ")}.`;
  if (handed.textContent !== said) handed.textContent = said;
}

function count(number) {
  return number === 1 ? "1 file" : `${number.toLocaleString("en")} files`;
}
