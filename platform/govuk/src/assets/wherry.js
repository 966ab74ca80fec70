// Wherry's own script. It follows the design system's script in one module, inside a block of its own.
// Nothing on a page needs it: it saves what is typed, warns before a session ends, and speaks to passkeys.

initAll();

// The design system's script marks radios that unfold something as expanded or not, which ARIA does not allow on a radio.
const tidyRadios = () => document.querySelectorAll("input[type=radio][aria-expanded]").forEach((radio) => radio.removeAttribute("aria-expanded"));
tidyRadios();
document.addEventListener("click", tidyRadios);
addEventListener("pageshow", tidyRadios);

// A status that screen readers announce.
const statusLine = (classes, role) => {
  const line = document.createElement("p");
  line.className = classes;
  line.setAttribute("role", role);
  return line;
};

// The answers of a form as it would send them, without files.
const answersOf = (form) => {
  const answers = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") answers.append(name, value);
  }
  return answers;
};

// What may be kept: no passwords, no cross-site token, no numbers that belong to one sending.
const mayKeep = (form, name) => {
  const field = form.elements.namedItem(name);
  return name !== "csrf" && name !== "submission" && !(field instanceof HTMLInputElement && field.type === "password");
};

const store = {
  get: (key) => { try { return sessionStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { sessionStorage.setItem(key, value); return true; } catch { return false; } },
  remove: (key) => { try { sessionStorage.removeItem(key); } catch { /* nothing is kept, so nothing is to be removed */ } },
};

// ---- Saving as one types ----

class Autosave {
  static wait = 3000;

  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosave;
    this.key = `wherry-kept:${this.url}`;
    this.saved = this.text();
    this.line = statusLine("govuk-body-s wh-saved", "status");
    form.append(this.line);
    this.offerKept();
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    form.addEventListener("focusout", () => this.save());
    form.addEventListener("submit", () => { this.sending = true; clearTimeout(this.timer); });
    addEventListener("pageshow", () => { this.sending = false; });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.leave(); });
  }

  text() {
    const answers = answersOf(this.form);
    for (const name of [...answers.keys()]) if (!mayKeep(this.form, name)) answers.delete(name);
    return answers.toString();
  }

  body() {
    const answers = answersOf(this.form);
    for (const name of [...answers.keys()]) if (name !== "csrf" && !mayKeep(this.form, name)) answers.delete(name);
    return answers;
  }

  later() {
    clearTimeout(this.timer);
    this.firstChange ??= Date.now();
    // Never more than five seconds after the first change, however fast somebody types on.
    const left = Math.max(0, Math.min(Autosave.wait, this.firstChange + 5000 - Date.now()));
    this.timer = setTimeout(() => this.save(), left);
  }

  async save() {
    clearTimeout(this.timer);
    const text = this.text();
    if (this.sending || text === this.saved) return;
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    this.firstChange = undefined;
    try {
      const answer = await fetch(this.url, { method: "POST", body: this.body(), credentials: "same-origin", redirect: "manual" });
      if (!answer.ok) throw new Error(String(answer.status));
      const said = (await answer.text()).trim();
      const time = /^\d\d:\d\d$/.test(said) ? said : new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      this.saved = text;
      store.remove(this.key);
      this.say(`Saved at ${time}`, false);
      session?.stayed();
    } catch (error) {
      const kept = store.set(this.key, text);
      const why = error.message === "403" ? "you may have signed out in another window" : "the service could not be reached";
      const next = kept ? "A copy is kept in this browser window" : "Keep this page open";
      this.say(`Not saved: ${why}. ${next}; we try again as you type.`, true);
      this.timer = setTimeout(() => this.save(), 15000);
    } finally {
      this.busy = false;
      if (this.again) { this.again = false; this.later(); }
    }
  }

  // The page is left or hidden: the browser sends the rest by itself.
  leave() {
    const text = this.text();
    if (this.sending || text === this.saved) return;
    if (navigator.sendBeacon(this.url, this.body())) this.saved = text;
    else store.set(this.key, text);
  }

  say(words, failed) {
    this.line.classList.toggle("wh-saved--failed", failed);
    if (this.line.textContent !== words) this.line.textContent = words;
  }

  // Answers that did not reach the service are offered, never put back unasked.
  offerKept() {
    const kept = store.get(this.key);
    if (kept === null) return;
    if (kept === this.saved) { store.remove(this.key); return; }
    const box = document.createElement("div");
    box.className = "wh-kept";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Answers that were not saved");
    const words = document.createElement("p");
    words.className = "govuk-body";
    words.textContent = "This browser window has answers for this page that did not reach us.";
    const button = (text, secondary, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = secondary ? "govuk-button govuk-button--secondary" : "govuk-button";
      made.textContent = text;
      made.addEventListener("click", () => { act(); store.remove(this.key); box.remove(); });
      return made;
    };
    const group = document.createElement("div");
    group.className = "govuk-button-group";
    group.append(
      button("Put them back", false, () => { this.fill(new URLSearchParams(kept)); this.save(); this.form.querySelector("input:not([type=hidden]), textarea, select")?.focus(); }),
      button("Discard them", true, () => this.form.querySelector("input:not([type=hidden]), textarea, select")?.focus()),
    );
    box.append(words, group);
    this.form.prepend(box);
  }

  fill(answers) {
    for (const field of this.form.elements) {
      if (!field.name || !mayKeep(this.form, field.name) || field.type === "hidden" || field.type === "file") continue;
      if (field.type === "checkbox" || field.type === "radio") {
        const wanted = answers.getAll(field.name).includes(field.value);
        if (field.checked !== wanted) field.click();
      } else if (answers.has(field.name)) {
        field.value = answers.get(field.name);
      }
    }
  }
}

// ---- The end of a session ----

class Session {
  static notice = 120;

  constructor(body) {
    this.seconds = Number(body.dataset.sessionSeconds);
    this.extendUrl = body.dataset.sessionExtend || "/";
    if ("BroadcastChannel" in window) {
      this.channel = new BroadcastChannel("wherry-session");
      this.channel.addEventListener("message", () => this.restart());
    }
    this.restart();
    this.channel?.postMessage("stayed");
    // A page that slept, as on a closed laptop, looks at the time again when it wakes.
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") this.look(); });
  }

  // Somebody did something: the session starts afresh, here and in the other windows.
  stayed() {
    this.restart();
    this.channel?.postMessage("stayed");
  }

  restart() {
    this.ends = Date.now() + this.seconds * 1000;
    this.dialog?.close();
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.look(), 5000);
  }

  look() {
    const left = Math.round((this.ends - Date.now()) / 1000);
    if (left <= 0) this.over();
    else if (left <= Math.min(Session.notice, this.seconds / 2)) this.warn(left);
  }

  build() {
    this.dialog = document.createElement("dialog");
    this.dialog.className = "wh-dialog";
    this.dialog.setAttribute("aria-labelledby", "wh-session-title");
    this.title = document.createElement("h2");
    this.title.className = "govuk-heading-m";
    this.title.id = "wh-session-title";
    this.words = statusLine("govuk-body", "status");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "govuk-button";
    this.button.addEventListener("click", () => this.extend());
    this.dialog.append(this.title, this.words, this.button);
    this.dialog.addEventListener("cancel", (event) => { event.preventDefault(); this.extend(); });
    document.body.append(this.dialog);
  }

  warn(left) {
    if (!this.dialog) this.build();
    const minutes = Math.ceil(left / 60);
    const words = `You will be signed out in ${minutes === 1 ? "1 minute" : `${minutes} minutes`} because nothing has happened on this page. What you typed is kept.`;
    if (this.words.textContent !== words) this.words.textContent = words;
    this.title.textContent = "Do you need more time?";
    this.button.textContent = "Stay signed in";
    if (!this.dialog.open) this.dialog.showModal();
  }

  async extend() {
    if (this.ended) { location.reload(); return; }
    try {
      await fetch(this.extendUrl, { method: "HEAD", credentials: "same-origin", cache: "no-store" });
      this.stayed();
    } catch {
      this.words.textContent = "The service could not be reached. Check your connection, then try again.";
    }
  }

  over() {
    clearInterval(this.ticking);
    if (!this.dialog) this.build();
    this.ended = true;
    autosaves.forEach((autosave) => autosave.leave());
    this.title.textContent = "You have been signed out";
    this.words.textContent = "What you typed is kept. Sign in again to carry on.";
    this.button.textContent = "Sign in again";
    // What is on the page may be about a child: it does not stay in sight on an empty chair's screen.
    document.getElementById("main-content")?.setAttribute("hidden", "");
    if (!this.dialog.open) this.dialog.showModal();
  }
}

// ---- Passkeys ----

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (list) => (list ?? []).map((entry) => ({ ...entry, id: toBytes(entry.id) }));

const register = async (options) => {
  const made = await navigator.credentials.create({ publicKey: {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  } });
  return { ...common(made), response: {
    attestationObject: toText(made.response.attestationObject),
    clientDataJSON: toText(made.response.clientDataJSON),
    transports: made.response.getTransports?.() ?? [],
  } };
};

const signIn = async (options) => {
  const used = await navigator.credentials.get({ publicKey: {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  } });
  const { authenticatorData, clientDataJSON, signature, userHandle } = used.response;
  return { ...common(used), response: {
    authenticatorData: toText(authenticatorData),
    clientDataJSON: toText(clientDataJSON),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : null,
  } };
};

const common = (credential) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  extensions: credential.getClientExtensionResults(),
});

// A form with data-passkey="register" or "sign-in": asks data-options-url, asks the device, and sends the answer in the
// hidden field `credential`.
const passkey = (form) => {
  if (!("PublicKeyCredential" in window)) return;
  form.hidden = false;
  const fault = statusLine("govuk-error-message", "alert");
  form.prepend(fault);
  let busy = false;
  form.addEventListener("submit", async (event) => {
    const field = form.elements.namedItem("credential");
    if (field.value) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    fault.textContent = "";
    try {
      const answer = await fetch(form.dataset.optionsUrl, { method: "POST", body: answersOf(form), credentials: "same-origin", headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const given = await answer.json();
      const options = given.publicKey ?? given;
      field.value = JSON.stringify(await (form.dataset.passkey === "register" ? register(options) : signIn(options)));
      form.requestSubmit();
    } catch (error) {
      field.value = "";
      fault.textContent = error?.name === "InvalidStateError"
        ? "This device already has a passkey for you."
        : "The passkey was not used. Try again, or choose another way.";
    } finally {
      busy = false;
    }
  });
  // Coming back to the page must not send the same answer twice.
  addEventListener("pageshow", () => { form.elements.namedItem("credential").value = ""; });
};

const session = Number(document.body.dataset.sessionSeconds) > 0 && "HTMLDialogElement" in window ? new Session(document.body) : null;
const autosaves = [...document.querySelectorAll("form[data-autosave]")].map((form) => new Autosave(form));
document.querySelectorAll("form[data-passkey]").forEach(passkey);
