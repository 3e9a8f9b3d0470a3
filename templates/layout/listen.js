(() => {
  const s = window.speechSynthesis, d = document, a = d.querySelectorAll(".listen");
  if (!s) return;
  let on, q;
  const own = c => c.toLowerCase().split(/[-_]/)[0];
  const voice = l => s.getVoices().find(v => v.localService && own(v.lang) == own(l));
  const show = () => a.forEach(b => { b.hidden = !voice(d.documentElement.lang); });
  const press = b => { on = b; a.forEach(o => o.setAttribute("aria-pressed", o == b)); };
  a.forEach(b => b.onclick = () => {
    const stop = on == b, w = d.createTreeWalker(b.closest(".q,main"), 4), r = q = [];
    let t, p;
    s.cancel();
    press(stop ? 0 : b);
    if (stop) return;
    while (t = w.nextNode()) {
      const e = t.parentElement, l = e.closest("[lang]").lang, k = e.closest("h1,h2,h3,p,li,dt,dd,legend,label,th,td,main");
      if (!t.data.trim() || e.closest(".trap,.listen") || !e.getClientRects().length || !voice(l)) continue;
      if (p && p.k == k && p.l == l) p.t += t.data;
      else r.push(p = { k, l, t: t.data });
    }
    const next = () => {
      if (r != q) return;
      if (!(p = r.shift())) return press(0);
      const u = new SpeechSynthesisUtterance(p.t.trim());
      u.lang = p.l;
      u.voice = voice(p.l);
      u.onend = u.onerror = next;
      s.speak(u);
    };
    next();
  });
  s.onvoiceschanged = show;
  show();
  addEventListener("pagehide", () => s.cancel());
})();
