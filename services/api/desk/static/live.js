// Keeps an open page up to date. An event says only that something moved; the page then asks for
// itself again and takes over what differs, so focus, ticks and the scroll position stay.

const EVENTS = "/desk/events";
const REST_MS = 1000; // between two takings-over, however fast things move

let source = null;
let timer = null;
let last = 0;
let asking = false;

function sections() {
  return document.querySelectorAll("[data-live][id]");
}

function follow() {
  if (source || document.hidden || !sections().length) return;
  source = new EventSource(EVENTS);
  source.addEventListener("moved", () => later());
  source.addEventListener("open", () => tell(false));
  source.addEventListener("error", () => tell(true));
}

function rest() {
  // a hidden tab holds no connection: a browser has six for a site
  source?.close();
  source = null;
}

function tell(stale) {
  document.getElementById("stale").hidden = !stale;
}

function later() {
  if (timer) return;
  timer = setTimeout(takeOver, Math.max(0, last + REST_MS - Date.now()));
}

async function takeOver() {
  timer = null;
  if (asking) return later();
  asking = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const old of sections()) {
      const now = fresh.getElementById(old.id);
      if (now) morph(old, now);
    }
    document.dispatchEvent(new CustomEvent("taken-over"));
  } catch {
    // the server is away: the event source comes again by itself, and with it the next hint
  } finally {
    last = Date.now();
    asking = false;
  }
}

function morph(old, now) {
  if (old.isEqualNode(now)) return;
  if (old.nodeType !== now.nodeType || old.nodeName !== now.nodeName) {
    old.replaceWith(document.importNode(now, true));
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = now.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!now.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of now.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  morphChildren(old, now);
}

function morphChildren(old, now) {
  const named = new Map();
  for (const child of old.children) if (child.id) named.set(child.id, child);
  let place = old.firstChild;
  for (const wanted of now.childNodes) {
    const same = wanted.id && named.get(wanted.id);
    if (same) {
      if (same === place) place = place.nextSibling;
      else old.insertBefore(same, place);
      morph(same, wanted);
    } else if (place && !place.id && !wanted.id && place.nodeName === wanted.nodeName) {
      const next = place.nextSibling;
      morph(place, wanted);
      place = next;
    } else {
      old.insertBefore(document.importNode(wanted, true), place);
    }
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

document.addEventListener("visibilitychange", () => (document.hidden ? rest() : follow()));
addEventListener("pagehide", rest);
addEventListener("pageshow", follow);
follow();
